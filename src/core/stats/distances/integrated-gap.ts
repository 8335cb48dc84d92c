import { forEachPooledValue } from '../samples/pooled.ts'

/** ∫ f(F − G) over the pooled values of two sorted samples, F and G their empirical distribution functions. */
export function integratedGap(x: Float64Array, y: Float64Array, f: (gap: number) => number): number {
  const pairs = x.length * y.length
  let total = 0
  let gap = 0
  let previous = Math.min(x[0] ?? 0, y[0] ?? 0)
  forEachPooledValue(x, y, (value, inX, inY) => {
    total += f(gap / pairs) * (value - previous)
    gap += inX * y.length - inY * x.length
    previous = value
  })
  return total
}
