import { bindTable } from './bind-table.ts'
import { readContract } from './contract/read-contract.ts'
import { tableForFile } from './table-for-file.ts'
import { startTable, type TableRun } from './table-run.ts'

/** What to measure of a file, as plain data: every worker makes its own run of it. */
export interface TableJob {
  readonly file: string
  readonly contract: { readonly name: string; readonly text: string }
  /** When the table is judged, in milliseconds since 1970. */
  readonly asOf: number
}

/** Begins a run of the job over rows under this header. */
export function startJob({ file, contract, asOf }: TableJob, header: readonly string[]): TableRun {
  const read = readContract(contract.name, contract.text)
  return startTable(bindTable(read, tableForFile(read, file), file, header, asOf))
}
