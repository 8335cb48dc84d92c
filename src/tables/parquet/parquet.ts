import { availableParallelism } from 'node:os'
import type { Row, Table } from '../../ports.ts'
import { openWith } from '../open-with.ts'
import type { TableFile, TableFormat } from '../table-format.ts'
import { digestOf } from './digest-of.ts'
import { findRows } from './find-rows.ts'
import { groupBatches } from './group-batches.ts'
import { groupReaders } from './group-readers.ts'
import { measureParquet } from './measure-parquet.ts'
import { isParquet, openParquet, type ParquetFile } from './parquet-file.ts'

/** Apache Parquet, by groups of rows; a row's line is its number. */
export const parquet = (workers: number = availableParallelism()): TableFormat => ({
  id: 'parquet',
  recognise: ({ head, plainName }) => isParquet(head) || /\.(parquet|pq)$/i.test(plainName),
  open: async file => openWith(await openParquet(file), async opened => rowsOf(file, opened)),
  measure: (file, job, options) => measureParquet(file, job, workers, options),
  find: findRows,
})

/** Every row, one after the other. */
function rowsOf(file: TableFile, opened: ParquetFile): Table {
  let rows = 0
  let sha256: string | undefined
  return {
    header: opened.columns.map(({ name }) => name),
    batches: batches(),
    close: () => opened.close(),
    material(role) {
      if (sha256 === undefined) throw new Error(`${file.name} has not been read to its end`)
      return { name: file.name, role, digest: { sha256 }, bytes: file.size, rows }
    },
  }

  async function* batches(): AsyncGenerator<readonly Row[]> {
    try {
      const readers = await groupReaders(opened, opened.columns)
      for (const group of opened.groups.keys()) {
        for await (const { first, rows: count, cells } of groupBatches(opened, readers, group)) {
          rows += count
          yield Array.from({ length: count }, (_, row) => ({
            line: first + row,
            cells: cells.map(({ text }) => text(row)),
          }))
        }
      }
      sha256 = await digestOf(file)
    } finally {
      await opened.close()
    }
  }
}
