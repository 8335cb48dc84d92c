import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** How often each text of a column occurs; undefined where it has more different ones than `MAX_CATEGORIES`. */
export interface Categories {
  counts: Map<string, number> | undefined
}

/** Different texts whose counts are kept. */
export const MAX_CATEGORIES = 1000

/** Counts the texts of a column, empty cells left out. */
export const categories = ({ name, index }: Pick<Column, 'name' | 'index'>): Measure<Categories> => ({
  key: `categories ${JSON.stringify(name)}`,
  asks: { is: 'categories', column: { name, index } },
  init: () => ({ counts: new Map() }),
  add(state, batch) {
    if (!state.counts) return
    const cells = batch.cells(index)
    const { codes, empty } = cells
    if (codes) {
      const counts = new Uint32Array(codes.texts.length)
      for (let row = 0; row < batch.rows; row++) {
        const code = codes.of[row] ?? 0
        if (empty[row] !== 1) counts[code] = (counts[code] ?? 0) + 1
      }
      for (const [code, count] of counts.entries()) if (count > 0) addCount(state, codes.texts[code] ?? '', count)
      return
    }
    for (let row = 0; row < batch.rows && state.counts; row++) if (empty[row] !== 1) addCount(state, cells.text(row), 1)
  },
  merge(state, other) {
    if (!other.counts) state.counts = undefined
    for (const [text, count] of other.counts ?? []) addCount(state, text, count)
  },
})

function addCount(state: Categories, text: string, count: number): void {
  const { counts } = state
  if (!counts) return
  counts.set(text, (counts.get(text) ?? 0) + count)
  if (counts.size > MAX_CATEGORIES) state.counts = undefined
}
