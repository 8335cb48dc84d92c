import { normal } from '../../src/core/stats/index.ts'
import type { Random } from '../../src/core/stats/random/random.ts'

/** A law that columns are drawn from: numbers, or as many categories, all as frequent. */
export type Family =
  | {
      readonly name: string
      readonly sigma: number
      draw(from: Random): number
      cdf(x: number): number
      quantile(p: number): number
    }
  | { readonly name: string; readonly categories: number }

/** Box and Muller. */
const gaussian = (from: Random) => Math.sqrt(-2 * Math.log(1 - from.uniform())) * Math.cos(2 * Math.PI * from.uniform())

/** Five columns of each make the thirty of the benchmark. */
export const FAMILIES: readonly Family[] = [
  { name: 'normal', sigma: 1, draw: gaussian, cdf: normal.cdf, quantile: normal.ppf },
  {
    name: 'lognormal',
    sigma: Math.sqrt((Math.E - 1) * Math.E),
    draw: from => Math.exp(gaussian(from)),
    cdf: x => (x > 0 ? normal.cdf(Math.log(x)) : 0),
    quantile: p => Math.exp(normal.ppf(p)),
  },
  {
    name: 'exponential',
    sigma: 1,
    draw: from => -Math.log(1 - from.uniform()),
    cdf: x => (x > 0 ? -Math.expm1(-x) : 0),
    quantile: p => -Math.log1p(-p),
  },
  { name: '5 categories', categories: 5 },
  { name: '20 categories', categories: 20 },
  { name: '100 categories', categories: 100 },
]
