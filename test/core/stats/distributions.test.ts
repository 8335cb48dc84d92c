import { describe, expect, test } from 'vitest'
import {
  beta,
  binomial,
  chiSquared,
  type Distribution,
  fisherF,
  normal,
  studentT,
} from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { vectors } from './scipy-vectors.ts'

const byName = {
  norm: () => normal,
  t: ([df = Number.NaN]: number[]) => studentT(df),
  chi2: ([df = Number.NaN]: number[]) => chiSquared(df),
  f: ([d1 = Number.NaN, d2 = Number.NaN]: number[]) => fisherF(d1, d2),
  beta: ([a = Number.NaN, b = Number.NaN]: number[]) => beta(a, b),
}

const cases = vectors.distributions.map(({ distribution, parameters, points, quantiles }) => ({
  name: `${distribution}(${parameters.join(', ')})`,
  distribution: byName[distribution](parameters),
  points,
  quantiles,
}))

test('the reference values cover 46 distributions', () => {
  expect(cases).toHaveLength(46)
})

describe.each(cases)('$name', ({ name, distribution, points, quantiles }) => {
  test('cdf and sf equal mpmath to 5e-13 in both tails', () => {
    for (const { x, cdf_ref, sf_ref } of points) {
      expectClose(distribution.cdf(x), cdf_ref, `${name}.cdf(${x})`, 5e-13)
      expectClose(distribution.sf(x), sf_ref, `${name}.sf(${x})`, 5e-13)
    }
  })

  test('cdf and sf equal SciPy to 1e-10', () => {
    for (const { x, cdf, sf } of points) {
      expectClose(distribution.cdf(x), cdf, `${name}.cdf(${x})`)
      expectClose(distribution.sf(x), sf, `${name}.sf(${x})`)
    }
  })

  test('ppf and isf equal SciPy where its answer gives back p', () => {
    for (const { p, ppf, isf, ppf_doubtful, isf_doubtful } of quantiles) {
      if (!ppf_doubtful && !overflowed(p, ppf)) expectClose(distribution.ppf(p), ppf, `${name}.ppf(${p})`)
      if (!isf_doubtful && !overflowed(p, isf)) expectClose(distribution.isf(p), isf, `${name}.isf(${p})`)
    }
  })

  test('every ppf and isf, also where SciPy is wrong, is where the tail crosses p', () => {
    for (const { p } of quantiles) {
      expectCrossing(distribution.cdf, distribution.ppf(p), p, `${name}.ppf(${p})`)
      expectCrossing(x => -distribution.sf(x), distribution.isf(p), -p, `${name}.isf(${p})`)
    }
  })

  test('cdf and sf add up to 1 and are monotone', () => {
    let previous = -1
    for (const { x } of [...points].sort((a, b) => a.x - b.x)) {
      expect(distribution.cdf(x) + distribution.sf(x)).toBeCloseTo(1, 14)
      expect(distribution.cdf(x)).toBeGreaterThanOrEqual(previous)
      previous = distribution.cdf(x)
    }
  })

  test('the quantiles of 0 and 1 are the ends of the support', () => {
    expect(distribution.ppf(0)).toBe(distribution.isf(1))
    expect(distribution.ppf(1)).toBe(distribution.isf(0))
    expect(distribution.cdf(distribution.ppf(0))).toBe(0)
    expect(distribution.sf(distribution.ppf(1))).toBe(0)
  })
})

test('only quantiles known to be wrong in SciPy 1.17.1 are not compared with it', () => {
  const left = cases.flatMap(({ name, quantiles }) =>
    quantiles.flatMap(({ p, ppf, isf, ppf_doubtful, isf_doubtful }) => [
      ...(ppf_doubtful || overflowed(p, ppf) ? [`${name}.ppf`] : []),
      ...(isf_doubtful || overflowed(p, isf) ? [`${name}.isf`] : []),
    ]),
  )
  const count = (part: string) => left.filter(entry => entry.startsWith(part)).length
  // t with few degrees of freedom at 1e-300 and 1e-100; F.isf, which goes through 1 − p; beta and χ² quantiles that round
  // to 0 or 1
  expect({ norm: count('norm'), t: count('t('), chi2: count('chi2'), f: count('f('), beta: count('beta') }).toEqual({
    norm: 0,
    t: 14,
    chi2: 3,
    f: 59,
    beta: 28,
  })
})

describe('binomial', () => {
  const { cdf, sf, pmf, ppf, isf } = binomial(7, 0.3)
  const masses = [0, 1, 2, 3, 4, 5, 6, 7].map(pmf)

  test('the masses are those of the definition and add up to the distribution function', () => {
    const ways = [1, 7, 21, 35, 35, 21, 7, 1]
    ways.forEach((c, k) => {
      expectClose(pmf(k), c * 0.3 ** k * 0.7 ** (7 - k), `pmf(${k})`, 1e-14)
      const below = masses.slice(0, k + 1).reduce((sum, mass) => sum + mass, 0)
      expectClose(cdf(k), below, `cdf(${k})`, 1e-14)
      expect(cdf(k) + sf(k)).toBeCloseTo(1, 14)
    })
    expect([pmf(-1), pmf(8), pmf(2.5), cdf(-0.1), cdf(7), sf(-0.1), sf(7)]).toEqual([0, 0, 0, 0, 1, 1, 0])
  })

  test('quantiles are the smallest counts that reach p', () => {
    for (let k = 0; k <= 7; k++) {
      expect(ppf(cdf(k))).toBe(k)
      expect(isf(sf(k))).toBe(k)
    }
    expect([ppf(0), ppf(1), isf(0), isf(1)]).toEqual([0, 7, 7, 0])
  })

  // scipy.stats.binom
  test.each([
    [100000, 0.123, 0.975, 12504, 12097],
    [1000, 0.999, 0.01, 996, 1000],
    [3, 0.5, 0.875, 2, 0],
  ])('n = %d, p = %d, quantile of %d', (n, p, q, lower, upper) => {
    expect([binomial(n, p).ppf(q), binomial(n, p).isf(q)]).toEqual([lower, upper])
  })

  test('certain outcomes', () => {
    expect([binomial(5, 0).pmf(0), binomial(5, 0).cdf(0), binomial(5, 1).pmf(5), binomial(5, 1).sf(4)]).toEqual([
      1, 1, 1, 1,
    ])
    expect(binomial(0, 0.4).cdf(0)).toBe(1)
  })
})

describe('relations between distributions', () => {
  test('χ² with one degree of freedom is the square of a normal, with two an exponential', () => {
    for (const z of [0.1, 1, 3, 9, 25]) {
      expectClose(chiSquared(1).sf(z * z), 2 * normal.sf(z), `z = ${z}`, 1e-13)
      expectClose(chiSquared(2).sf(z), Math.exp(-z / 2), `x = ${z}`, 1e-14)
    }
  })

  test('F with one numerator degree of freedom is the square of t; its ends swap with the degrees of freedom', () => {
    for (const t of [0.01, 1, 4, 100]) {
      expectClose(fisherF(1, 7).sf(t * t), 2 * studentT(7).sf(t), `t = ${t}`, 1e-13)
      expectClose(fisherF(3, 8).cdf(t), fisherF(8, 3).sf(1 / t), `x = ${t}`, 1e-13)
    }
  })

  test('t with one degree of freedom is the Cauchy distribution, far beyond where t² overflows', () => {
    for (const q of [0.4, 0.01, 1e-30, 1e-300]) {
      expectClose(studentT(1).isf(q), 1 / Math.tan(Math.PI * q), `q = ${q}`, 1e-12)
      expectClose(studentT(1).sf(studentT(1).isf(q)), q, `q = ${q}`, 1e-12)
    }
  })

  test('t and normal are symmetric about 0', () => {
    for (const { cdf, sf, ppf, isf } of [normal, studentT(3.5)]) {
      for (const x of [0, 0.3, 2, 40]) expect(cdf(-x)).toBe(sf(x))
      for (const p of [1e-9, 0.2, 0.5, 0.9]) expect(ppf(p)).toBe(-isf(p))
    }
  })

  test('t with very many degrees of freedom is nearly normal', () => {
    expectClose(studentT(1e15).sf(3), normal.sf(3), 'sf(3)', 1e-12)
    expectClose(studentT(1e15).isf(1e-9), normal.isf(1e-9), 'isf(1e-9)', 1e-12)
  })
})

/** SciPy gives NaN or an infinity, sometimes of the wrong sign, for a finite quantile this far out. */
function overflowed(p: number, quantile: number): boolean {
  return p === 1e-300 && !Number.isFinite(quantile)
}

/** An increasing function lies at or below `level` just before x and at or above it just after. */
function expectCrossing(f: Distribution['cdf'], x: number, level: number, what: string): void {
  const slack = 1e-12 * Math.abs(level)
  expect(f(step(x, -1)), `${what} = ${x}`).toBeLessThanOrEqual(level + slack)
  expect(f(step(x, 1)), `${what} = ${x}`).toBeGreaterThanOrEqual(level - slack)
}

function step(x: number, direction: 1 | -1): number {
  if (x === 0) return direction * 1e-307
  if (!Number.isFinite(x)) return x > 0 === direction > 0 ? x : Math.sign(x) * Number.MAX_VALUE
  return x + direction * Math.abs(x) * 1e-12
}
