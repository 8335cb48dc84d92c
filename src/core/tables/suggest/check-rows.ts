import type { Check } from '../../evidence.ts'
import { bindTable } from '../bind-table.ts'
import { readContract } from '../contract/read-contract.ts'
import type { Row } from '../row.ts'
import type { ShownRows } from '../shown-rows.ts'
import { tableForFile } from '../table-for-file.ts'
import { startTable, type TableRun } from '../table-run.ts'
import { textBatch } from '../text-batch.ts'

/** A run of a suggested contract over rows under this header. */
export function runOf(contract: string, file: string, header: readonly string[]): TableRun {
  const read = readContract(file, contract)
  return startTable(bindTable(read, tableForFile(read, file), file, header, 0))
}

const UNSEEN: ShownRows = { at: () => ({ line: 1, cells: [] }), sha256: () => '0'.repeat(64) }

/** What a run over rows that the contract was not made from finds broken; lines of rows stay unknown. */
export const brokenIn = (run: TableRun): Check[] => run.answer(UNSEEN).checks.filter(({ status }) => status === 'fail')

/** What the contract finds broken in these rows. */
export function checkRows(contract: string, file: string, header: readonly string[], rows: readonly Row[]): Check[] {
  const run = runOf(contract, file, header)
  run.add(textBatch(rows))
  return brokenIn(run)
}
