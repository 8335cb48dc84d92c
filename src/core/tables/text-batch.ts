import type { Batch, Cells, Hashes } from './batch.ts'
import { hashTexts } from './hash-texts.ts'
import type { Row } from './row.ts'
import type { Reader } from './types/define-type.ts'

/** Rows of text as a batch; a row's place is its line, unless other places are given. */
export function textBatch(rows: readonly Row[], places = Float64Array.from(rows, row => row.line)): Batch {
  const known = new Map<number, Cells>()
  return {
    rows: rows.length,
    places,
    cells(index) {
      const cells = known.get(index) ?? textCells(rows, index)
      known.set(index, cells)
      return cells
    },
  }
}

function textCells(rows: readonly Row[], index: number): Cells {
  const text = (row: number) => rows[row]?.cells[index] ?? ''
  const read = new Map<Reader, Float64Array>()
  let hashes: Hashes | undefined
  return {
    empty: Uint8Array.from(rows, (_, row) => (text(row) === '' ? 1 : 0)),
    text,
    values(reader) {
      const values = read.get(reader) ?? Float64Array.from(rows, (_, row) => readCell(text(row), reader))
      read.set(reader, values)
      return values
    },
    codes: undefined,
    get hashes() {
      hashes ??= hashTexts(rows.length, text)
      return hashes
    },
  }
}

const readCell = (text: string, reader: Reader): number => (text === '' ? Number.NaN : reader.read(text))
