import type { ParquetColumn } from '../columns-of.ts'
import type { DataPage } from '../pages/data-page.ts'
import { type PageCursor, pageCursor } from '../pages/page-cursor.ts'
import type { StoredValues } from '../pages/stored-values.ts'
import type { ColumnReader } from './column-reader.ts'
import { numberedTexts } from './numbered-texts.ts'
import { valueCells } from './value-cells.ts'

/** Gives stored values as what they stand for. */
export type Convert = (stored: StoredValues) => ArrayLike<unknown>

/** Reads a column of values of any kind. */
export function valueReader(column: ParquetColumn, convert: Convert): ColumnReader<AsyncIterable<DataPage>> {
  const numbered = numberedTexts()
  let cursor: PageCursor | undefined
  let known: { readonly stored: StoredValues; readonly values: ArrayLike<unknown> } | undefined
  return {
    open(pages) {
      cursor = pageCursor(pages)
    },
    async end() {
      await cursor?.end()
      known = undefined
    },
    async next(rows) {
      const all = new Array<unknown>(rows)
      await cursor?.take(rows, ({ present, ids, values: stored }, from, to, first, start) => {
        if (known?.stored !== stored) known = { stored, values: convert(stored) }
        const { values } = known
        let value = first
        for (let row = from, at = start; row < to; row++, at++) {
          const isNull = present && present[row] !== 1
          all[at] = isNull ? null : values[ids ? (ids[value] ?? 0) : value]
          if (!isNull) value += 1
        }
      })
      return valueCells(column, all, numbered)
    },
  }
}
