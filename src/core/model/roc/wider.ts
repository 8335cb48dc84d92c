/** The lower of the lower ends and the upper of the upper ends: it misses no more often, on either side, than the better of the two. */
export const wider = (one: readonly [number, number], other: readonly [number, number]): readonly [number, number] => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
]
