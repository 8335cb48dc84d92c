import type { Check } from '../../evidence.ts'
import { formatNumber } from '../../model/format.ts'
import { isSensitive } from '../../tables/column.ts'
import type { Property } from '../../tables/contract/property.ts'
import { grouped } from '../../wording/grouped.ts'
import { checkId } from '../artefact-check.ts'
import { ALPHA, type Suspicion } from './judge-column.ts'

/** The check of one column that seems to hold sensitive data: does the contract classify it so? No value is in it. */
export function columnCheck(
  file: string,
  column: string,
  { kind, grounds, confirmed }: Suspicion,
  property: Property | undefined,
): Check {
  const classified = property !== undefined && isSensitive(property)
  const said = classification(property)
  const status = classified ? 'pass' : confirmed && kind.personal === 'always' ? 'fail' : 'warn'
  const found = `${kind.title}: ${groundsOf(grounds)}`
  const { rate, n, pValue } = grounds
  return {
    id: checkId('sensitive', `${file}.${column}`),
    title: `The contract classifies ${column} of ${file}, which seems to hold ${kind.title}`,
    status,
    measured: {
      value: kind.id,
      n,
      ...(rate === null ? {} : { share: rate }),
      ...(pValue === null ? {} : { pValue, method: 'binomial-beyond-chance' }),
    },
    required: { comparator: 'is', value: 'classified' },
    reason: classified
      ? `The contract classifies ${column} as ${said}; it seems to hold ${found}`
      : `Expected ${column} to be classified as sensitive but ${said === null ? (property ? 'it has no classification' : 'no contract describes it') : `it is ${said}`}; it seems to hold ${found}`,
    ...(classified
      ? {}
      : {
          hint: 'Set its classification in the contract, e.g. restricted; or drop or pseudonymise the column (proofmark tokenize)',
        }),
    locations: [{ file, column, note: kind.id }],
  }
}

/** The contract's own word for a column; null where it says none. */
export const classification = (property: Property | undefined): string | null =>
  property?.classification === undefined || property.classification === null ? null : String(property.classification)

function groundsOf({ name, pattern, checksum, rate, n, pValue }: Suspicion['grounds']): string {
  const parts = [
    ...(name ? ['the name says so'] : []),
    ...(rate === null || n === 0
      ? []
      : [
          `${percent(rate)} of its cells pass (${grouped(n)} distinct looked at, ${percent(pattern ?? 0)} by look${checksum === null ? '' : `, ${percent(checksum)} by checksum`})`,
        ]),
    ...(pValue !== null && pValue < ALPHA ? ['far more than chance would (p < 1e-9)'] : []),
  ]
  return parts.join(', ')
}

const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10)} %`
