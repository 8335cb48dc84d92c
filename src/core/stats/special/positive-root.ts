const SMALLEST = 5e-324
const LARGEST = 1.7976931348623157e308

/**
 * The w > 0 where an increasing function is zero: Newton's method in ln w, inside a bracket that is halved (in ln w) when
 * a step leaves it. `at` gives the function and its derivative by ln w. 0 or Infinity when the root is beyond doubles.
 */
export function positiveRoot(start: number, at: (w: number) => { value: number; slope: number }): number {
  let [low, high] = [0, Infinity]
  let w = start
  let lastSize = Infinity
  for (let i = 0; i < 2000; i++) {
    const { value, slope } = at(w)
    if (Number.isNaN(value)) break
    if (value === 0) return w
    if (value < 0) low = w
    else high = w
    if (low === LARGEST) return Infinity
    if (high === SMALLEST) return 0
    const size = Math.abs(value / slope)
    const next = w * Math.exp(-value / slope)
    if (next > low && next < high) {
      if (size < 1e-15 || (size < 1e-11 && size >= lastSize)) return next
      w = next
      lastSize = size
    } else {
      if (size < 1e-15) return w
      w = between(low, high)
      lastSize = Infinity
      if (w <= low || w >= high) return w
    }
  }
  throw new RangeError(`Expected the search for a quantile to converge but it did not, near ${w}`)
}

/** The middle of a bracket by order of magnitude; close to the first or last double, that double itself. */
function between(low: number, high: number): number {
  if (high === Infinity && low > 1e300) return LARGEST
  if (low === 0 && high < 1e-300) return SMALLEST
  return Math.sqrt(Math.max(low, SMALLEST)) * Math.sqrt(Math.min(high, LARGEST))
}
