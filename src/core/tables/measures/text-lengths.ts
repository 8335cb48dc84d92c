import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** How many cells of a column are filled, and their lengths together, in Unicode code points. */
export interface TextLengths {
  n: number
  total: number
}

/** Adds up the lengths of a column's texts. */
export const textLengths = ({ name, index }: Column): Measure<TextLengths> => ({
  key: `text-lengths ${JSON.stringify(name)}`,
  init: () => ({ n: 0, total: 0 }),
  add(state, batch) {
    const cells = batch.cells(index)
    for (let row = 0; row < batch.rows; row++) {
      if (cells.empty[row]) continue
      state.n += 1
      state.total += codePoints(cells.text(row))
    }
  },
  merge(state, other) {
    state.n += other.n
    state.total += other.total
  },
})

/** Characters of a text: a pair of surrogates is one. */
export function codePoints(text: string): number {
  let points = text.length
  for (let i = 1; i < text.length; i++) {
    const pair = text.charCodeAt(i - 1) >>> 10 === 0x36 && text.charCodeAt(i) >>> 10 === 0x37
    if (pair) points -= 1
  }
  return points
}
