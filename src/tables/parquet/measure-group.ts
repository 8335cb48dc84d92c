import type { Overflow } from '../../core/tables/overflow.ts'
import { startJob, type TableJob } from '../../core/tables/table-job.ts'
import type { TableRun } from '../../core/tables/table-run.ts'
import { columnBatches } from './column-batches.ts'
import { columnsAsked } from './columns-asked.ts'
import type { ParquetFile } from './parquet-file.ts'

/** Rows of a batch. */
const BATCH = 4096

/** Measures one group of rows after another, a batch at a time; columns that nobody asks for are not read. */
export interface GroupMeasurer {
  readonly run: TableRun
  /** By the group's number. */
  measure(group: number): Promise<void>
}

export function groupMeasurer(
  { columns, groups, cursor }: ParquetFile,
  job: TableJob,
  overflow: Overflow | undefined,
): GroupMeasurer {
  const header = columns.map(({ name }) => name)
  const run = startJob(job, header)
  const asked = columnsAsked(job, header)
  const wanted = columns.filter((_, index) => asked.has(index))
  const batchOf = columnBatches(columns.length, overflow)
  return {
    run,
    async measure(group) {
      const { first, rows } = groups[group] ?? { first: 0, rows: 0 }
      const { take } = await cursor(wanted, group)
      for (let from = 0; from < rows; from += BATCH) {
        const count = Math.min(BATCH, rows - from)
        const values = await take(count)
        const all = columns.map(column => ({ ...column, values: values[wanted.indexOf(column)] }))
        run.add(batchOf(all, 0, count, first + from + 1))
      }
    },
  }
}
