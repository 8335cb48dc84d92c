import { describe, expect, test } from 'vitest'
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { vectors } from './scipy-vectors.ts'

test('the reference values cover 40 lists', () => {
  expect(vectors.multiple_testing).toHaveLength(40)
})

describe.each(vectors.multiple_testing)('$id', ({ p, expected: { adjusted } }) => {
  const methods = [
    ['benjaminiHochberg', benjaminiHochberg(p), adjusted.bh],
    ['benjaminiYekutieli', benjaminiYekutieli(p), adjusted.by],
    ['holm', holm(p), adjusted.holm],
    ['bonferroni', bonferroni(p), p.map(value => Math.min(1, value * p.length))],
  ] as const

  test.each(methods)('%s equals SciPy and statsmodels', (name, actual, expected) => {
    expect(actual).toHaveLength(expected.length)
    actual.forEach((value, i) => {
      expectClose(value, expected[i] ?? Number.NaN, `${name}[${i}]`, 1e-14)
    })
  })

  test.each(methods)('%s is never below p, never above 1, and in the order of p', (_, actual) => {
    const pairs = p.map((value, i) => [value, actual[i] ?? Number.NaN] as const).sort(([a], [b]) => a - b)
    pairs.forEach(([value, own], i) => {
      expect(own).toBeGreaterThanOrEqual(value)
      expect(own).toBeLessThanOrEqual(1)
      expect(own).toBeGreaterThanOrEqual(pairs[i - 1]?.[1] ?? 0)
    })
  })

  test('bonferroni ≥ holm ≥ benjaminiHochberg, and benjaminiYekutieli ≥ benjaminiHochberg', () => {
    const [bh, by, h, b] = methods.map(([, actual]) => actual)
    p.forEach((_, i) => {
      expect(b?.[i]).toBeGreaterThanOrEqual(h?.[i] ?? Number.NaN)
      expect(h?.[i]).toBeGreaterThanOrEqual((bh?.[i] ?? Number.NaN) * (1 - 1e-15))
      expect(by?.[i]).toBeGreaterThanOrEqual(bh?.[i] ?? Number.NaN)
    })
  })
})

describe('edges', () => {
  const all = [benjaminiHochberg, benjaminiYekutieli, bonferroni, holm]

  test('nothing to adjust', () => {
    for (const adjust of all) expect([adjust([]), adjust([0.3])]).toEqual([[], [0.3]])
  })

  test('the list keeps its order and is left as it was', () => {
    const p = Object.freeze([0.04, 0.01, 0.03])
    expect(holm(p)).toEqual([0.06, 0.03, 0.06])
    expect(benjaminiHochberg(Float64Array.from(p))).toEqual([0.04, 0.03, 0.04])
    expect(bonferroni(p)).toEqual([0.12, 0.03, 0.09])
  })

  test.each([-0.1, 1.1, Number.NaN])('%d is refused', value => {
    for (const adjust of all) expect(() => adjust([0.5, value])).toThrow(/probability in \[0, 1\] but found/)
  })
})
