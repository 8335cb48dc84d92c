import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ks1samp } from '../../../src/core/stats/index.ts'
import { DISTRIBUTION_NAMES, namedDistribution } from '../../../src/core/tables/families/named-distribution.ts'
import { expectClose } from './expect-close.ts'

const Vectors = z.object({
  ks1samp: z.array(
    z.object({
      distribution: z.enum(DISTRIBUTION_NAMES),
      params: z.record(z.string(), z.number()),
      x: z.array(z.number()),
      statistic: z.number(),
      pvalue: z.number(),
    }),
  ),
})
const { ks1samp: vectors } = Vectors.parse(JSON.parse(readFileSync('test/fixtures/goldens/ks1samp.json', 'utf8')))

describe('the one-sample Kolmogorov–Smirnov test', () => {
  it.each(DISTRIBUTION_NAMES)('is SciPy’s, against %s', name => {
    const own = vectors.filter(({ distribution }) => distribution === name)
    expect(own.length).toBeGreaterThan(5)
    for (const { params, x, statistic, pvalue } of own) {
      const cdf = namedDistribution(name, params)
      if (!cdf) throw new Error(`${name} does not take ${JSON.stringify(params)}`)
      const result = ks1samp(x, cdf)
      expectClose(result.statistic, statistic, 'D')
      expectClose(result.pValue, pvalue, 'p')
    }
  })

  it('does not look at the order of values, and is sure of values that cannot be', () => {
    const cdf = (x: number) => Math.min(1, Math.max(0, x))
    expect(ks1samp([0.9, 0.1, 0.5], cdf)).toEqual(ks1samp([0.1, 0.5, 0.9], cdf))
    expect(ks1samp([2, 3, 4], cdf)).toEqual({ statistic: 1, pValue: 0 })
  })
})

it.each([
  ['norm', { mean: 0, std_dev: 0 }],
  ['norm', { mean: 0 }],
  ['uniform', { min: 1, max: 1 }],
  ['beta', { alpha: 1, beta: 1, df: 3 }],
] as const)('%s does not take %o', (name, params) => expect(namedDistribution(name, params)).toBeUndefined())
