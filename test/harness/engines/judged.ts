import { createHash } from 'node:crypto'
import { prepareChecks } from '../../../src/core/tables/prepare-checks.ts'
import { showRows } from '../../../src/core/tables/shown-rows.ts'
import type { Tables } from '../../../src/ports.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the contract says of a table, wherever it is, as if it were a file of that name. */
export async function judged(
  tables: Tables,
  path: string,
  contract: { name: string; text: string },
  asOf = 0,
  file = 'table',
) {
  await prepareChecks(contract.text)
  const { run, find, read, material } = await tables.measure(
    path,
    { file, contract, asOf, others: [] },
    { progress: () => {} },
  )
  const answer = await showRows(run.answer, { find, read, sha256 })
  const { rows, origin } = material('data')
  return { ...answer, rows, origin, untaken: run.untaken }
}
