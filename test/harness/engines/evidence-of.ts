import { prepareChecks } from '../../../src/core/tables/prepare-checks.ts'
import { showRows } from '../../../src/core/tables/shown-rows.ts'
import { tablesOf, type Watching } from './tables-of.ts'

/** Of what fits in one answer everything is asked in SQL. */
const LIMITS = { rows: 0, groups: 1400 }

/** All that evidence says of a table; apart what differs from run to run. */
export async function evidenceOf(
  folder: string,
  address: string,
  contract: { readonly name: string; readonly text: string },
  watching: Watching = {},
  limits: Parameters<typeof tablesOf>[1] = LIMITS,
) {
  await prepareChecks(contract.text)
  const job = { file: 'table', contract, asOf: 0, others: [] }
  const tables = tablesOf(folder, limits, watching)
  const { run, find, material } = await tables.measure(address, job, { progress: () => {} })
  const answer = await showRows(run.answer, { find, sha256: text => `${text.length}` })
  const { origin, name, ...rest } = material('data')
  return { answer, evidence: { ...answer, ...rest }, engine: origin?.engine }
}
