import { describe, expect, test } from 'vitest'
import { planColumns } from '../../../src/core/drift/plan-columns.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import { column } from './columns.ts'

const evenly = (n: number) => Array.from({ length: n }, (_, i) => i)
const words = (n: number, k: number) => evenly(n).map(i => `k${i % k}`)
const settings = (drift: Record<string, unknown> = {}) => Settings.parse({ drift }).drift

function plan(values: readonly (number | string)[], effect?: number, drift: Record<string, unknown> = {}) {
  const [found] = planColumns([column('x', values, values)], settings(drift), effect)
  if (!found) throw new Error('Expected a plan')
  return found
}

describe('a column of numbers', () => {
  test('needs as many rows as the formula says', () => {
    // ((1.6449 + 1.6449) / 0.2)² = 270.6, and 1 / (1/270.6 − 1/5000) = 286; (0.1 / 1.2816)² is 1 / 164.2, and 1 / (1/164.2 − 1/5000) = 170
    expect(plan(evenly(5000), 0.3)).toEqual({
      column: 'x',
      kind: 'numeric',
      method: 'percentile-shift',
      limit: 0.2,
      effect: 0.3,
      passes: 290,
      finds: 170,
    })
  })

  test('is never decided by a reference that is too small', () => {
    expect(plan(evenly(100), 0.3)).not.toHaveProperty('passes')
    expect(plan(evenly(100), 0.3)).not.toHaveProperty('finds')
  })
})

describe('a column of categories', () => {
  test('needs more rows the more categories there are, and the smaller the effect is', () => {
    const [five, hundred] = [plan(words(5000, 5), 0.3), plan(words(5000, 100), 0.3)]
    expect(five.method).toBe('le-cam')
    expect(hundred.passes).toBeGreaterThan(2 * (five.passes ?? 0))
    expect(hundred.finds).toBeGreaterThan(five.finds ?? 0)
    expect(plan(words(5000, 5), 0.2).finds).toBeGreaterThan(2 * (five.finds ?? 0))
  })
})

test('p-values adjusted over more tests need more rows', () => {
  const one = column('x', words(5000, 5), words(5000, 5))
  const many = Array.from({ length: 12 }, () => one)
  const [alone, among] = [planColumns([one], settings(), 0.3), planColumns(many, settings(), 0.3)]
  expect(among[0]?.finds).toBeGreaterThan(alone[0]?.finds ?? 0)
  expect(among[0]?.passes).toBe(alone[0]?.passes)
})

test('an effect within the limit, and a method without a known power, are not planned', () => {
  expect(plan(evenly(500), 0.1).unplanned).toMatch(/within the limit/)
  expect(plan(evenly(500), 0.3, { methods: { numeric: 'kolmogorov-smirnov' } }).unplanned).toMatch(/power/)
})
