import type { Measure } from '../../tables/measures/measure.ts'

/** What has to be asked of all rows at once: whether a key comes again, how one row follows another. */
const OF_ALL_ROWS: ReadonlySet<string> = new Set(['keys', 'order', 'intervals'])
/** What is drawn by lot: only where rows have a place. */
const DRAWN: ReadonlySet<string> = new Set(['sample', 'joint', 'drift'])

/** Whether a measure of a table is that of its partitions, taken together. */
export function addsUp({ asks }: Measure<unknown>, hasPlaces: boolean): boolean {
  if (asks === undefined) return hasPlaces
  if (asks.is === 'filtered') return addsUp(asks.measure, hasPlaces)
  return !OF_ALL_ROWS.has(asks.is) && (hasPlaces || !DRAWN.has(asks.is))
}
