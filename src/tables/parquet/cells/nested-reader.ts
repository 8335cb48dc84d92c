import type { ParquetColumn } from '../columns-of.ts'
import type { ColumnReader } from './column-reader.ts'
import { numberedTexts } from './numbered-texts.ts'
import { valueCells } from './value-cells.ts'

/** Reads a nested column, whose values of a group are all read at once. */
export function nestedReader(column: ParquetColumn): ColumnReader<() => Promise<ArrayLike<unknown>>> {
  const numbered = numberedTexts()
  let read: (() => Promise<ArrayLike<unknown>>) | undefined
  let values: ArrayLike<unknown> | undefined
  let at = 0
  return {
    open(pages) {
      read = pages
      values = undefined
      at = 0
    },
    async end() {
      values = undefined
    },
    async next(rows) {
      values ??= await read?.()
      const all: unknown[] = Array.prototype.slice.call(values ?? [], at, at + rows)
      at += rows
      return valueCells(column, all, numbered)
    },
  }
}
