import { describe, expect, test } from 'vitest'
import { kolmogorov } from '../../../src/core/stats/distributions/kolmogorov.ts'
import { ks2samp } from '../../../src/core/stats/index.ts'
import { cpuSeconds } from '../../harness/cpu-seconds.ts'
import { expectClose } from './expect-close.ts'
import { uniforms } from './generated-sample.ts'
import { interleavings } from './interleavings.ts'

const sample = (seed: number, n: number, shift = 0) => {
  const u = uniforms(seed)
  return Float64Array.from({ length: n }, () => u() + shift)
}

describe('the one-sample distribution behind the asymptotic p-value', () => {
  // scipy.stats.kstwo.sf(d, n): one or two for each region of Simard and L'Ecuyer's method
  test.each([
    [1, 0.7, 0.6000000000000001],
    [5, 0.15, 0.9988],
    [5, 0.55, 0.059696249999999965],
    [5, 0.85, 0.0001518750000000001],
    [20, 0.04, 0.9999999999991517],
    [20, 0.12, 0.9031355120796009],
    [100, 0.05, 0.9532159710635725],
    [100, 0.15, 0.019839242125643017],
    [100, 0.25, 5.408871776434847e-6],
    [139, 0.1683, 0.0006543843928882692],
    [150, 0.005, 1.0],
    [150, 0.06, 0.6305848703553505],
    [150, 0.16, 0.0008030834359838404],
    [1000, 0.03, 0.3226902143914636],
    [1000, 0.2, 1.5528629204250538e-35],
    [5000, 0.006, 0.9933190457003288],
    [5000, 0.012, 0.4639912166690192],
    [5000, 0.02, 0.03613941395325637],
    [5000, 0.27, 0.0],
    [50000, 0.0009, 0.999999999999086],
    [50000, 0.003, 0.7579000443487147],
    [50000, 0.01, 9.018048811843602e-5],
    [500000, 0.0008, 0.9059442014486022],
    [500000, 0.002, 0.036582179671620585],
    [500000, 0.0273, 0.0],
  ])('n = %d, d = %d', (n, d, expected) => {
    expectClose(kolmogorov(n).sf(d), expected, `P(D ≥ ${d})`)
  })

  test.each([1, 7, 140, 141, 20_000])('falls from 1 to 0, n = %d', n => {
    const { sf } = kolmogorov(n)
    const points = Array.from({ length: 200 }, (_, i) => (i / 199) * Math.min(1, 4 / Math.sqrt(n)))
    points.forEach((d, i) => {
      if (i > 0) expect(sf(d)).toBeLessThanOrEqual(sf(points[i - 1] ?? 0) * (1 + 1e-10))
    })
    expect([sf(0), sf(1)]).toEqual([1, 0])
  })

  // beyond 140 values the Pelz–Good series takes part, which is good for five digits
  test.each([
    [50, 1e-8],
    [140, 1e-8],
    [141, 1e-4],
    [5000, 1e-5],
  ])('hardly jumps where the method changes, n = %d', (n, jump) => {
    const { sf } = kolmogorov(n)
    for (const d of [0.754693, 2.2, 4].map(nd2 => Math.sqrt(nd2 / n)).concat((1.4 / n) ** (2 / 3), 1 / n)) {
      expectClose(sf(d * (1 - 1e-12)), sf(d * (1 + 1e-12)), `d = ${d}`, jump)
    }
  })
})

describe('the exact p-value', () => {
  test.each([
    [1, 1],
    [2, 3],
    [4, 4],
    [5, 3],
    [6, 4],
  ])('equals the share of all interleavings at least as far apart, n = %d, m = %d', (n, m) => {
    const distances = interleavings(n, m).map(([x, y]) => ks2samp(x, y))
    for (const { statistic, pValue } of distances) {
      const share = distances.filter(other => other.statistic >= statistic - 1e-12).length / distances.length
      expectClose(pValue, share, `D = ${statistic}`, 1e-13)
    }
  })

  test('identical samples, and samples that do not overlap', () => {
    expect(ks2samp([1, 2, 3], [3, 1, 2])).toEqual({ statistic: 0, pValue: 1 })
    expect(ks2samp([1, 2, 3], [4, 5, 6, 7]).statistic).toBe(1)
    expectClose(ks2samp([1, 2, 3], [4, 5, 6, 7]).pValue, 2 / 35, 'p', 1e-14)
  })

  test('small p-values keep their digits, unlike 1 − the share inside', () => {
    // n = m = 300 without overlap: 2 of the C(600, 300) interleavings
    let logWays = 0
    for (let i = 1; i <= 300; i++) logWays += Math.log((300 + i) / i)
    expectClose(ks2samp(sample(1, 300), sample(2, 300, 1)).pValue, 2 * Math.exp(-logWays), 'p', 1e-12)
  })

  test('infinities sort to the ends, 0 and −0 are tied', () => {
    expect(ks2samp([-Infinity, 0, 1], [-0, 1, Infinity]).statistic).toBeCloseTo(1 / 3, 15)
    expect(ks2samp([0, 0], [-0, -0]).statistic).toBe(0)
  })

  test('exact up to 10 000 values, asymptotic beyond', () => {
    const [x, y] = [sample(1, 10_000), sample(2, 9_000, 0.01)]
    expect(ks2samp(x, y)).toEqual(ks2samp(x, y, { method: 'exact' }))
    const z = sample(1, 10_001)
    expect(ks2samp(z, y)).toEqual(ks2samp(z, y, { method: 'asymptotic' }))
    expectClose(ks2samp(z, y).pValue, ks2samp(z, y, { method: 'exact' }).pValue, 'p', 0.02)
  })
})

test('100 000 against 100 000 values take a sort and a merge, 10 000 against 9 999 exactly well under a second', () => {
  const before = process.cpuUsage()
  ks2samp(sample(1, 100_000), sample(2, 100_000))
  ks2samp(sample(3, 10_000), sample(4, 9_999, 0.05))
  expect(cpuSeconds(before)).toBeLessThan(2)
})
