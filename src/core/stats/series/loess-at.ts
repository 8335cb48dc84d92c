/** What a fit is made of: values by place from 1, a window of so many of them, and their weights where some count less. */
export interface LoessData {
  readonly y: ArrayLike<number>
  readonly n: number
  readonly window: number
  readonly degree: 0 | 1
  readonly weights?: ArrayLike<number> | undefined
}

/**
 * The local fit at place `x` over the values at places `left` to `right`; undefined where they have no weight.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning, STL (1990), `est` of their program: tricube weights.
 */
export function loessAt({ y, n, window, degree, weights }: LoessData, x: number, left: number, right: number) {
  let h = Math.max(x - left, right - x)
  if (window > n) h += Math.floor((window - n) / 2)
  const far = 0.999 * h
  const near = 0.001 * h
  const w = new Float64Array(right - left + 1)
  let total = 0
  for (let j = left; j <= right; j++) {
    const r = Math.abs(j - x)
    if (r > far) continue
    const ratio = r / h
    const cube = 1 - ratio * ratio * ratio
    const own = (r <= near ? 1 : cube * cube * cube) * (weights?.[j - 1] ?? 1)
    w[j - left] = own
    total += own
  }
  if (total <= 0) return undefined
  for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) / total
  if (h > 0 && degree > 0) slope(w, x, left, n)
  let fit = 0
  for (let i = 0; i < w.length; i++) fit += (w[i] ?? 0) * (y[left + i - 1] ?? 0)
  return fit
}

/** Turns weights of a mean into weights of a line's value at x, where the places are far enough apart for a line. */
function slope(w: Float64Array, x: number, left: number, n: number): void {
  let centre = 0
  for (let i = 0; i < w.length; i++) centre += (w[i] ?? 0) * (left + i)
  let spread = 0
  for (let i = 0; i < w.length; i++) spread += (w[i] ?? 0) * (left + i - centre) ** 2
  if (Math.sqrt(spread) <= 0.001 * (n - 1)) return
  const b = (x - centre) / spread
  for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) * (b * (left + i - centre) + 1)
}
