import { LAST_LOT } from './lots.ts'
import { smallestLots } from './smallest-lots.ts'

/** Numbers of a column: all, where they are no more than the sample's size, else those of the rows with the smallest lots. */
export interface NumberSample {
  /** Of each number, the lot of its row; none above `limit`. */
  lots: Uint32Array
  values: Float64Array
  /** How many there are: of both lists only the beginning is used. */
  n: number
  limit: number
}

/** A sample of nothing. */
export const noNumbers = (): NumberSample => ({
  lots: new Uint32Array(0),
  values: new Float64Array(0),
  n: 0,
  limit: LAST_LOT,
})

/** Takes in the numbers of some rows; NaN is none. */
export function draw(sample: NumberSample, values: Float64Array, rowLots: Uint32Array, size: number): void {
  makeRoom(sample, values.length, size)
  const { lots, values: kept, limit } = sample
  let { n } = sample
  for (let row = 0; row < values.length; row++) {
    const lot = rowLots[row] ?? 0
    if (lot > limit) continue
    const value = values[row] ?? Number.NaN
    if (Number.isNaN(value)) continue
    lots[n] = lot
    kept[n] = value
    n += 1
  }
  sample.n = n
}

/** Takes in another sample of the same column. */
export function drawFrom(sample: NumberSample, other: NumberSample, size: number): void {
  grow(sample, sample.n + other.n)
  sample.lots.set(other.lots.subarray(0, other.n), sample.n)
  sample.values.set(other.values.subarray(0, other.n), sample.n)
  sample.n += other.n
  sample.limit = Math.min(sample.limit, other.limit)
  cut(sample, size)
}

/** The numbers of the sample, ascending: a function of the rows alone. */
export function drawnNumbers(sample: NumberSample, size: number): Float64Array {
  cut(sample, size)
  return sample.values.slice(0, sample.n).sort()
}

function makeRoom(sample: NumberSample, more: number, size: number): void {
  if (sample.n + more <= sample.lots.length) return
  if (sample.n >= 1.5 * size) cut(sample, size)
  if (sample.n + more > sample.lots.length) grow(sample, Math.min(4 * sample.lots.length, 1.5 * size) + more)
}

function grow(sample: NumberSample, room: number): void {
  if (room <= sample.lots.length) return
  const [lots, values] = [new Uint32Array(room), new Float64Array(room)]
  lots.set(sample.lots.subarray(0, sample.n))
  values.set(sample.values.subarray(0, sample.n))
  Object.assign(sample, { lots, values })
}

/** Keeps the smallest lots; of several that are the greatest of them, all. */
function cut(sample: NumberSample, size: number): void {
  if (sample.n <= size) return
  const { lots, values } = sample
  const limit = smallestLots(lots, sample.n, size, sample.limit)
  let n = 0
  for (let i = 0; i < sample.n; i++) {
    const lot = lots[i] ?? 0
    if (lot > limit) continue
    lots[n] = lot
    values[n] = values[i] ?? 0
    n += 1
  }
  Object.assign(sample, { n, limit })
}
