import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import {
  betaBinomial,
  cusum,
  cusumLimit,
  ewma,
  generalisedEsd,
  pageHinkley,
  quantileRanks,
  stl,
} from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { uniforms } from './generated-sample.ts'

const alarm = z.tuple([z.number(), z.number(), z.number()])
const Vectors = z.object({
  stl: z.array(
    z.object({
      seed: z.number(),
      n: z.number(),
      period: z.number(),
      seasonal: z.number(),
      robust: z.boolean(),
      jump: z.number(),
      season: z.array(z.number()),
      trend: z.array(z.number()),
    }),
  ),
  esd: z.array(
    z.object({
      name: z.string(),
      x: z.array(z.number()),
      most: z.number(),
      alpha: z.number(),
      steps: z.array(z.tuple([z.number(), z.number(), z.number()])),
      outliers: z.array(z.number()),
    }),
  ),
  'beta-binomial': z.array(
    z.object({
      n: z.number(),
      a: z.number(),
      b: z.number(),
      x: z.number(),
      pmf: z.number(),
      sf: z.number(),
      cdf: z.number(),
    }),
  ),
  charts: z.object({ cusum: z.array(alarm), ewma: z.array(z.number()), 'page-hinkley': z.array(alarm) }),
  ranks: z.array(
    z.object({
      n: z.number(),
      q: z.number(),
      level: z.number(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
    }),
  ),
})
const vectors = Vectors.parse(JSON.parse(readFileSync('test/fixtures/goldens/series.json', 'utf8')))

function draws(seed: number, n: number) {
  const next = uniforms(seed)
  return Array.from({ length: n }, next)
}

describe('STL', () => {
  it.each(vectors.stl)('is statsmodels’: $n values, period $period, robust $robust, jump $jump', one => {
    const y = draws(one.seed, one.n).map(
      (u, i) => 10 * Math.sin((2 * Math.PI * i) / one.period) + 0.05 * i + 4 * u + (i % 17 === 16 ? 30 : 0),
    )
    const { seasonal, trend, residual } = stl(y, {
      period: one.period,
      seasonal: one.seasonal,
      robust: one.robust,
      jump: one.jump,
    })
    for (const [i, value] of y.entries()) {
      expect(seasonal[i]).toBeCloseTo(one.season[i] ?? 0, 9)
      expect(trend[i]).toBeCloseTo(one.trend[i] ?? 0, 9)
      expect((seasonal[i] ?? 0) + (trend[i] ?? 0) + (residual[i] ?? 0)).toBeCloseTo(value, 10)
    }
  })
})

describe('the generalised ESD test', () => {
  it.each(vectors.esd)('finds what its definition does: $name', ({ x, most, alpha, steps, outliers }) => {
    const found = generalisedEsd(x, most, alpha)
    expect(found.outliers).toEqual(outliers)
    expect(found.steps.map(({ index }) => index)).toEqual(steps.map(([index]) => index))
    for (const [i, [, statistic, critical]] of steps.entries()) {
      expectClose(found.steps[i]?.statistic ?? 0, statistic, 'R')
      expectClose(found.steps[i]?.critical ?? 0, critical, 'λ')
    }
  })

  test('a constant series has no outlier', () => {
    expect(generalisedEsd([2, 2, 2, 2, 2], 2, 0.05).outliers).toEqual([])
  })
})

describe('the beta-binomial distribution', () => {
  it.each(vectors['beta-binomial'])('P(X … $x) of n $n, a $a, b $b', ({ n, a, b, x, pmf, sf, cdf }) => {
    const own = betaBinomial(n, a, b)
    expectClose(own.pmf(x), pmf, 'pmf')
    expectClose(own.sf(x), sf, 'sf')
    expectClose(own.cdf(x), cdf, 'cdf')
  })
})

describe('control charts', () => {
  const z = draws(11, 120).map((u, i) => 4 * (u - 0.5) + (i >= 40 && i < 80 ? 1.2 : 0))
  const told = (alarms: readonly { at: number; side: number; statistic: number }[]) =>
    alarms.map(({ at, side, statistic }) => [at, side, Number(statistic.toPrecision(12))])
  const rounded = (alarms: readonly (readonly number[])[]) =>
    alarms.map(([at, side, statistic = 0]) => [at, side, Number(statistic.toPrecision(12))])

  test('CUSUM with k 0.5 and h 5', () => {
    expect(told(cusum(z, { k: 0.5, h: 5 }).alarms)).toEqual(rounded(vectors.charts.cusum))
    expect(vectors.charts.cusum.length).toBeGreaterThan(1)
  })

  test('EWMA with λ 0.2', () => {
    const { statistic, alarms } = ewma(z, { weight: 0.2, limit: 3 })
    for (const [i, value] of vectors.charts.ewma.entries()) expectClose(statistic[i] ?? 0, value, `E ${i}`)
    expect(alarms.map(({ at }) => at)).toEqual(
      vectors.charts.ewma.flatMap((value, i) => (Math.abs(value) > 3 ? [i] : [])),
    )
  })

  test('Page–Hinkley with δ 0.1 and λ 6', () => {
    expect(told(pageHinkley(z, { delta: 0.1, limit: 6 }).alarms)).toEqual(rounded(vectors.charts['page-hinkley']))
    expect(vectors.charts['page-hinkley'].length).toBeGreaterThan(1)
  })

  test('a gap neither alarms nor forgets', () => {
    expect(cusum([3, undefined, 3], { k: 0.5, h: 4 }).alarms).toEqual([{ at: 2, since: 0, side: 1, statistic: 5 }])
  })

  test('Siegmund’s approximation gives the textbook limit: k 0.5 and h 4.77 have a run length of 740 on one side', () => {
    // Montgomery, Statistical Quality Control, table 9.4: h = 4.77 for a two-sided run length of 370.
    expect(cusumLimit(740, 1 - Math.exp(-1), 0.5)).toBeCloseTo(4.77, 1)
  })
})

describe('order statistics', () => {
  it.each(vectors.ranks)('around the $q-quantile of $n values at $level', ({ n, q, level, lower, upper }) => {
    const ranks = quantileRanks(n, q, level)
    expect(ranks.lower ?? null).toBe(lower)
    expect(ranks.upper ?? null).toBe(upper)
  })
})
