import type { Overflow } from '../../core/tables/overflow.ts'
import { startJob, type TableJob } from '../../core/tables/table-job.ts'
import type { TableRun } from '../../core/tables/table-run.ts'
import { BATCH, type ColumnReader } from './cells/column-reader.ts'
import { columnsAsked } from './columns-asked.ts'
import { type GroupBatch, groupBatches } from './group-batches.ts'
import { groupReaders } from './group-readers.ts'
import type { ParquetFile } from './parquet-file.ts'

/** Measures one group of rows after another, a batch at a time; columns that nobody asks for are not read. */
export interface GroupMeasurer {
  readonly run: TableRun
  /** By the group's number. */
  measure(group: number): Promise<void>
}

export function groupMeasurer(opened: ParquetFile, job: TableJob, overflow: Overflow | undefined): GroupMeasurer {
  const { columns, count } = opened
  const header = columns.map(({ name }) => name)
  const run = startJob(job, header)
  const asked = [...columnsAsked(job, header)].sort((a, b) => a - b)
  const wanted = columns.filter((_, index) => asked.includes(index))
  const countsRows = !wanted.some(column => opened.flat(column))
  const room = new Float64Array(BATCH)
  let readers: Promise<ColumnReader<number>[]> | undefined
  return {
    run,
    async measure(group) {
      if (countsRows) await count(group)
      readers ??= groupReaders(opened, wanted)
      for await (const batch of groupBatches(opened, await readers, group)) run.add(batchOf(batch))
    },
  }

  function batchOf({ first, rows, cells }: GroupBatch) {
    const places = room.subarray(0, rows)
    for (let row = 0; row < rows; row++) places[row] = first + row
    const byColumn = new Map(asked.map((index, i) => [index, cells[i]]))
    return {
      rows,
      overflow,
      places,
      cells(index: number) {
        const found = byColumn.get(index)
        if (!found) throw new Error('A column was measured that was not read')
        return found
      },
    }
  }
}
