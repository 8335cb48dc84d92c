import { allMeasures, type DriftJob } from '../drift/drift-job.ts'
import { keptRows } from '../model/predictions/kept-rows.ts'
import type { RowsJob } from '../model/predictions/rows-job.ts'
import { bindTables, type FileHeader } from './bind-table.ts'
import { readContract } from './contract/read-contract.ts'
import type { Measure } from './measures/measure.ts'
import { runMeasures } from './run-measures.ts'
import { startTable, type TableRun } from './table-run.ts'

/** What to measure of a file, as plain data: every worker makes its own run of it. */
export type TableJob = ContractJob | MeasureJob

/** What a gate measures of a table that no contract asks. */
export type MeasureJob =
  | { readonly file: string; readonly drift: DriftJob }
  | { readonly file: string; readonly predictions: RowsJob }

/** All that a contract asks of a file. */
export interface ContractJob {
  readonly file: string
  readonly contract: { readonly name: string; readonly text: string }
  /** When the table is judged, in milliseconds since 1970. */
  readonly asOf: number
  /** The other files of the run, as far as rules over two tables may speak of them. */
  readonly others: readonly FileHeader[]
}

/** Begins a run of the job over rows under this header. */
export function startJob(job: TableJob, header: readonly string[]): TableRun {
  // Nothing is asked of the rows then, and so nothing answered.
  if (!('contract' in job))
    return { ...runMeasures(measuresOf(job, header)), answer: () => ({ checks: [], columns: [] }) }
  const { file, contract, asOf, others } = job
  const read = readContract(contract.name, contract.text)
  const [table] = bindTables(read, [{ file, header }, ...others], asOf)
  if (!table) throw new Error(`${file} is no file of its own run`)
  return startTable(table)
}

const measuresOf = (job: MeasureJob, header: readonly string[]): Measure<unknown>[] =>
  'drift' in job ? allMeasures(job.drift, header) : [keptRows(job.predictions, header)]
