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
  const limit = Math.min(sample.limit, other.limit)
  keep(sample, sample.n + other.n > size ? limitOfBoth(sample, other, size) : limit)
  const before = sample.n
  let more = 0
  for (let i = 0; i < other.n; i++) if ((other.lots[i] ?? 0) <= sample.limit) more += 1
  grow(sample, before + more)
  for (let i = 0; i < other.n; i++) {
    const lot = other.lots[i] ?? 0
    if (lot > sample.limit) continue
    sample.lots[sample.n] = lot
    sample.values[sample.n] = other.values[i] ?? 0
    sample.n += 1
  }
}

/** Whichever of the two has a limit has as many lots up to it, so the limit of both is no higher. */
function limitOfBoth(one: NumberSample, other: NumberSample, size: number): number {
  const lots = new Uint32Array(one.n + other.n)
  lots.set(one.lots.subarray(0, one.n))
  lots.set(other.lots.subarray(0, other.n), one.n)
  return smallestLots(lots, lots.length, size, LAST_LOT)
}

/** The numbers of the sample, ascending: a function of the rows alone. */
export function drawnNumbers(sample: NumberSample, size: number): Float64Array {
  cut(sample, size)
  return sample.values.slice(0, sample.n).sort()
}

/** How far a sample may grow before it is cut, and the part of it from which it is given all that room at once. */
const SPARE = 1.25
const LARGE = 0.25

function makeRoom(sample: NumberSample, more: number, size: number): void {
  if (sample.n + more <= sample.lots.length) return
  if (sample.n >= SPARE * size) cut(sample, size)
  const { n, lots } = sample
  const most = SPARE * size + more
  if (n + more > lots.length) grow(sample, Math.ceil(n + more > LARGE * most ? most : 4 * (n + more)))
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
  if (sample.n > size) keep(sample, smallestLots(sample.lots, sample.n, size, sample.limit))
}

function keep(sample: NumberSample, limit: number): void {
  if (limit >= sample.limit) return
  const { lots, values } = sample
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
