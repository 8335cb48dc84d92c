/** Calls `visit` once per distinct value of two sorted samples, in order, with how often each of them holds it. */
export function forEachPooledValue(
  x: Float64Array,
  y: Float64Array,
  visit: (value: number, inX: number, inY: number) => void,
): void {
  const n = x.length
  const m = y.length
  let i = 0
  let j = 0
  while (i < n || j < m) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity)
    const fromX = i
    const fromY = j
    while (i < n && x[i] === value) i++
    while (j < m && y[j] === value) j++
    visit(value, i - fromX, j - fromY)
  }
}
