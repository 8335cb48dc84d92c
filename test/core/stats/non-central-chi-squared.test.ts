import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chiSquared, nonCentralChiSquared, noncentrality } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'

/** What scripts/make-ncx2-vectors.py writes. */
const Vectors = z.array(
  z.object({
    df: z.number(),
    nc: z.number(),
    points: z.array(
      z.object({ x: z.number(), cdf: z.number(), sf: z.number(), scipy_cdf: z.number(), scipy_sf: z.number() }),
    ),
    quantiles: z.array(z.object({ p: z.number(), ppf: z.number(), isf: z.number() })),
  }),
)
const vectors = Vectors.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/goldens/ncx2.json', import.meta.url), 'utf8')),
)

describe.each(vectors)('$df degrees of freedom, non-centrality $nc', ({ df, nc, points, quantiles }) => {
  const law = nonCentralChiSquared(df, nc)

  test('cdf and sf equal mpmath in both tails', () => {
    for (const { x, cdf, sf } of points) {
      expectClose(law.cdf(x), cdf, `cdf(${x})`, 1e-12)
      expectClose(law.sf(x), sf, `sf(${x})`, 1e-12)
    }
  })

  test('cdf and sf equal SciPy to 1e-10 where it equals mpmath', () => {
    for (const point of points) {
      for (const [found, scipy, truth] of [
        [law.cdf(point.x), point.scipy_cdf, point.cdf],
        [law.sf(point.x), point.scipy_sf, point.sf],
      ] as const) {
        if (Math.abs(scipy - truth) <= 1e-11 * truth) expectClose(found, scipy, `at ${point.x}`)
      }
    }
  })

  test('ppf and isf give back the tail they were asked for, and equal SciPy', () => {
    for (const { p, ppf, isf } of quantiles) {
      expectClose(law.cdf(law.ppf(p)), p, `ppf(${p})`)
      expectClose(law.sf(law.isf(p)), p, `isf(${p})`)
      expectClose(law.ppf(p), ppf, `ppf(${p})`, 1e-8)
      expectClose(law.isf(p), isf, `isf(${p})`, 1e-8)
    }
  })
})

test('without non-centrality it is the χ² distribution', () => {
  expect(nonCentralChiSquared(3, 0).cdf(2)).toBe(chiSquared(3).cdf(2))
  expectClose(nonCentralChiSquared(3, 1e-13).sf(7), chiSquared(3).sf(7), 'sf')
})

test('has the ends of its support, and large parameters', () => {
  const law = nonCentralChiSquared(4, 1e5)
  expect([law.cdf(-1), law.cdf(0), law.sf(0), law.cdf(Infinity), law.sf(Infinity)]).toEqual([0, 0, 1, 1, 0])
  expect([law.ppf(0), law.ppf(1), law.isf(1), law.isf(0)]).toEqual([0, Infinity, 0, Infinity])
  expect(law.cdf(100_004) + law.sf(100_004)).toBeCloseTo(1, 12)
  expect(law.cdf(100_004)).toBeCloseTo(0.5, 2)
})

test.each([
  [100, 99],
  [3, 5],
  [500, 9],
  [20, 0.7],
])('the non-centrality of %d with %d degrees of freedom has the tails left outside', (x, df) => {
  const { lower, upper } = noncentrality(x, df, 0.9)
  expectClose(nonCentralChiSquared(df, upper).cdf(x), 0.05, 'upper end')
  if (lower > 0) expectClose(nonCentralChiSquared(df, lower).sf(x), 0.05, 'lower end')
  else expect(chiSquared(df).sf(x)).toBeGreaterThanOrEqual(0.05)
  expect(lower).toBeLessThanOrEqual(upper)
})

test('a non-centrality that no tail speaks for is 0', () => {
  expect(noncentrality(0, 5, 0.9)).toEqual({ lower: 0, upper: 0 })
  expect(noncentrality(0.5, 5, 0.9)).toEqual({ lower: 0, upper: 0 })
})
