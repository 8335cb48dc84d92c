import type { Cells } from '../../core/tables/batch.ts'
import { BATCH, type ColumnReader } from './cells/column-reader.ts'
import type { ParquetFile } from './parquet-file.ts'

/** Consecutive rows of some columns. */
export interface GroupBatch {
  /** The number of the first row, from 1. */
  readonly first: number
  readonly rows: number
  /** By column; those of a batch are gone with the next. */
  readonly cells: readonly Cells[]
}

/** The rows of a group, a batch at a time. */
export async function* groupBatches(
  { groups, refusing }: ParquetFile,
  readers: readonly ColumnReader<number>[],
  group: number,
): AsyncGenerator<GroupBatch> {
  const { first, rows } = groups[group] ?? { first: 0, rows: 0 }
  for (const reader of readers) reader.open(group)
  for (let from = 0; from < rows; from += BATCH) {
    const count = Math.min(BATCH, rows - from)
    const cells: Cells[] = []
    await refusing(async () => {
      for (const reader of readers) cells.push(await reader.next(count))
    })
    yield { first: first + from + 1, rows: count, cells }
  }
  await refusing(async () => {
    for (const reader of readers) await reader.end()
  })
}
