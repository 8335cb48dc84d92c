/** The share left outside each end of a two-sided interval; throws unless the level lies strictly between 0 and 1. */
export function outsideEachEnd(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`Expected a level between 0 and 1, both excluded, but found ${level}`)
  return (1 - level) / 2
}
