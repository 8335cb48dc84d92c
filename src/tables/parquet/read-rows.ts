import type { Row } from '../../ports.ts'
import type { ParquetFile } from './parquet-file.ts'

/** Rows from one number on, counted from 0, to before another; a row's line is its number, from 1. */
export async function readRows({ columns, read }: ParquetFile, start: number, end: number): Promise<Row[]> {
  const values = await read(columns, start, end)
  return Array.from({ length: end - start }, (_, row) => ({
    line: start + row + 1,
    cells: columns.map(({ text }, column) => text(values[column]?.[row])),
  }))
}
