import type { Random } from './random.ts'
import { shuffleFirst } from './shuffle-first.ts'

/** At most so many of the values, drawn without replacement; all of them, in their order, where there are no more. */
export function draw(values: Float64Array, most: number, random: Random): Float64Array {
  if (values.length <= most) return values
  const copy = Float64Array.from(values)
  shuffleFirst(copy, random, most)
  return copy.subarray(0, most)
}
