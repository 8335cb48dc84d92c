import type { Random } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { TotalsStatistic } from './totals.ts'

/** More units than this are dealt into a tenth to a half of as many groups, which are then drawn whole. */
const MOST = 20_000

/** Parts of the units that share a code, added up: of `groups` groups, coded from 0. */
export function mergeUnits(
  { width, parts }: Pick<TotalsStatistic, 'width' | 'parts'>,
  codes: ArrayLike<number>,
  groups: number,
): Float64Array {
  const merged = new Float64Array(groups * width)
  for (let unit = 0; unit * width < parts.length; unit++) {
    const at = (codes[unit] ?? 0) * width
    for (let cell = 0; cell < width; cell++)
      merged[at + cell] = (merged[at + cell] ?? 0) + (parts[unit * width + cell] ?? Number.NaN)
  }
  return merged
}

/**
 * Fewer, larger units for a sample so large that the bootstrap of every row would only take longer: rows dealt at random
 * into groups of (nearly) one size, which are as independent as the rows. Strata are kept.
 */
export function dealUnits(totals: TotalsStatistic, random: Random, most = MOST): TotalsStatistic {
  const { strata, width, parts } = totals
  if (parts.length / width <= most) return totals
  const codes = new Uint32Array(parts.length / width)
  const sizes: number[] = []
  let start = 0
  let groups = 0
  for (const size of strata) {
    const own = Math.max(1, Math.min(size, Math.floor(((most / 2) * size) / codes.length)))
    const order = shuffle(
      random,
      Uint32Array.from({ length: size }, (_, i) => i),
    )
    for (let i = 0; i < size; i++) codes[start + (order[i] ?? 0)] = groups + (i % own)
    sizes.push(own)
    start += size
    groups += own
  }
  return { ...totals, strata: sizes, parts: mergeUnits(totals, codes, groups) }
}
