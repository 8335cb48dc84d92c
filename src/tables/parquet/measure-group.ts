import type { Cells } from '../../core/tables/batch.ts'
import type { Overflow } from '../../core/tables/overflow.ts'
import { startJob, type TableJob } from '../../core/tables/table-job.ts'
import type { TableRun } from '../../core/tables/table-run.ts'
import { BATCH, type ColumnReader } from './cells/column-reader.ts'
import { columnsAsked } from './columns-asked.ts'
import { groupReaders } from './group-reader.ts'
import type { ParquetFile } from './parquet-file.ts'

/** Measures one group of rows after another, a batch at a time; columns that nobody asks for are not read. */
export interface GroupMeasurer {
  readonly run: TableRun
  /** By the group's number. */
  measure(group: number): Promise<void>
}

export function groupMeasurer(opened: ParquetFile, job: TableJob, overflow: Overflow | undefined): GroupMeasurer {
  const { columns, groups, count, refusing } = opened
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
      const { first, rows } = groups[group] ?? { first: 0, rows: 0 }
      if (countsRows) await count(group)
      readers ??= groupReaders(opened, wanted)
      const all = await readers
      for (const reader of all) reader.open(group)
      for (let from = 0; from < rows; from += BATCH) {
        const count = Math.min(BATCH, rows - from)
        const cells = new Map<number, Cells>()
        await refusing(async () => {
          for (const [i, reader] of all.entries()) cells.set(asked[i] ?? -1, await reader.next(count))
        })
        run.add(batchOf(cells, first + from + 1, count))
      }
      await refusing(async () => {
        for (const reader of all) await reader.end()
      })
    },
  }

  function batchOf(cells: ReadonlyMap<number, Cells>, firstPlace: number, rows: number) {
    const places = room.subarray(0, rows)
    for (let row = 0; row < rows; row++) places[row] = firstPlace + row
    return {
      rows,
      overflow,
      places,
      cells(index: number): Cells {
        const found = cells.get(index)
        if (!found) throw new Error('A column was measured that was not read')
        return found
      },
    }
  }
}
