import type { Check } from '../../evidence.ts'
import { counted, listed } from '../../model/format.ts'
import { grouped } from '../../wording/grouped.ts'
import { checkId } from '../artefact-check.ts'
import type { Grouping } from './group-rows.ts'
import type { Anonymity } from './result.ts'

/** What is asked of a table that people could be told apart in. */
export interface AnonymityRule {
  readonly quasiIdentifiers: readonly string[]
  /** Rows that must share each combination. */
  readonly minK: number
  /** Distinct values that each sensitive column must have in each group; undefined: only measured. */
  readonly minL: number | undefined
}

/** k-anonymity and distinct l-diversity of a table that was grouped by its quasi-identifiers. */
export function anonymity(
  file: string,
  grouping: Grouping,
  sensitive: readonly string[],
  { quasiIdentifiers, minK, minL }: AnonymityRule,
): { checks: Check[]; result?: Anonymity } {
  const groups = grouping.finish()
  const by = listed(quasiIdentifiers)
  const title = `At least ${minK} rows of ${file} share each combination of ${by}`
  const id = checkId('k-anonymity', file)
  const required = { comparator: '>=', value: minK } as const
  if (!groups || groups.length === 0) {
    const reason = groups
      ? `Expected rows in ${file} but found none`
      : `Expected at most 1 000 000 combinations of ${by} in ${file} but found more`
    const hint = groups
      ? 'Check the step that writes it'
      : 'Generalise the quasi-identifiers, or leave identifiers out of them'
    return { checks: [{ id, title, status: 'inconclusive', required, reason, hint, locations: [{ file }] }] }
  }
  const below = groups.filter(({ size }) => size < minK)
  const rowsBelow = below.reduce((sum, { size }) => sum + size, 0)
  const rows = groups.reduce((sum, { size }) => sum + size, 0)
  const k = groups.reduce((least, { size }) => Math.min(least, size), rows)
  const diversity = sensitive.map((column, i) => ({
    column,
    l: groups.reduce((least, { values }) => Math.min(least, values[i]?.size ?? 0), rows),
  }))
  const met = below.length === 0
  const check: Check = {
    id,
    title,
    status: met ? 'pass' : 'fail',
    measured: { value: k, unit: 'rows', method: 'k-anonymity', n: rows },
    required,
    reason: met
      ? `The smallest of ${counted(groups.length, 'group')} has ${counted(k, 'row')}`
      : `Expected at least ${minK} rows in every group but ${counted(below.length, 'group')} of ${grouped(groups.length)} have fewer, ${counted(rowsBelow, 'row')} in all; the smallest has ${k}`,
    ...(met ? {} : { hint: `Generalise ${by} (proofmark tokenize: generalise), or suppress the rare rows` }),
    locations: [{ file }],
  }
  const result = {
    quasiIdentifiers: [...quasiIdentifiers],
    k,
    groups: groups.length,
    groupsBelow: below.length,
    rowsBelow,
    diversity,
  }
  return { checks: [check, ...diversityChecks(file, rows, diversity, minL)], result }
}

/** One check per sensitive column; where diversity is required but no column is classified, that nothing was measured. */
function diversityChecks(
  file: string,
  rows: number,
  diversity: Anonymity['diversity'],
  minL: number | undefined,
): Check[] {
  if (minL === undefined) return []
  const required = { comparator: '>=', value: minL } as const
  if (diversity.length === 0)
    return [
      {
        id: checkId('l-diversity', file),
        title: `Every group of ${file} has at least ${minL} values of each sensitive column`,
        status: 'inconclusive',
        required,
        reason: `Expected a column of ${file} besides the quasi-identifiers to be classified as sensitive but found none`,
        hint: 'Classify the columns whose values must not be inferred, in the contract',
        locations: [{ file }],
      },
    ]
  return diversity.map(({ column, l }) => ({
    id: checkId('l-diversity', `${file}.${column}`),
    title: `Every group of ${file} has at least ${minL} values of ${column}`,
    status: l >= minL ? ('pass' as const) : ('fail' as const),
    measured: { value: l, unit: 'values', method: 'distinct-l-diversity', n: rows },
    required,
    reason: `Expected at least ${minL} distinct values of ${column} in every group ${l >= minL ? 'and' : 'but'} found ${l >= minL ? '' : 'only '}${l} in the least diverse`,
    ...(l >= minL ? {} : { hint: 'Generalise the quasi-identifiers until groups are larger' }),
    locations: [{ file, column }],
  }))
}
