import type { Check } from '../../evidence.ts'
import { listed } from '../../model/format.ts'
import { checkId } from '../artefact-check.ts'

/** The check of a table of data that lacks quasi-identifiers: how alike its rows are cannot be told. */
export function missingColumnsCheck(file: string, missing: readonly string[], minK: number): Check {
  return {
    id: checkId('k-anonymity', file),
    title: `At least ${minK} rows of ${file} share each combination of the quasi-identifiers`,
    status: 'inconclusive',
    required: { comparator: '>=', value: minK },
    reason: `Expected the quasi-identifiers to be columns of ${file} but it has no ${listed(missing)}`,
    hint: "Correct 'security.quasi-identifiers', or keep the table out of 'data.files'",
    locations: [{ file }],
  }
}

/** The check that stands for quasi-identifiers that no table has. */
export function noTableCheck(quasiIdentifiers: readonly string[]): Check {
  return {
    id: 'k-anonymity',
    title: 'Rows can be grouped by the quasi-identifiers',
    status: 'inconclusive',
    reason: `Expected a table with the columns ${listed(quasiIdentifiers)} but found none`,
    hint: "Name the table under 'data.files', or correct 'security.quasi-identifiers'",
  }
}
