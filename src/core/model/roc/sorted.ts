/** How many of the ascending values are less than `bound`. */
export const countBelow = (sorted: Float64Array, bound: number): number => bisect(sorted, value => value < bound)

/** How many of the ascending values are at most `bound`. */
export const countAtMost = (sorted: Float64Array, bound: number): number => bisect(sorted, value => value <= bound)

function bisect(sorted: Float64Array, belongs: (value: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (belongs(sorted[middle] ?? Number.NaN)) low = middle + 1
    else high = middle
  }
  return low
}
