import { bindTables, type FileHeader } from './bind-table.ts'
import { readContract } from './contract/read-contract.ts'
import { startTable, type TableRun } from './table-run.ts'

/** What to measure of a file, as plain data: every worker makes its own run of it. */
export interface TableJob {
  readonly file: string
  readonly contract: { readonly name: string; readonly text: string }
  /** When the table is judged, in milliseconds since 1970. */
  readonly asOf: number
  /** The other files of the run, as far as rules over two tables may speak of them. */
  readonly others: readonly FileHeader[]
}

/** Begins a run of the job over rows under this header. */
export function startJob({ file, contract, asOf, others }: TableJob, header: readonly string[]): TableRun {
  const read = readContract(contract.name, contract.text)
  const [table] = bindTables(read, [{ file, header }, ...others], asOf)
  if (!table) throw new Error(`${file} is no file of its own run`)
  return startTable(table)
}
