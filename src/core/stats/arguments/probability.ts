/** The value itself; throws unless it lies in [0, 1]. */
export function probability(value: number): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Expected a probability in [0, 1] but found ${value}`)
  return value
}
