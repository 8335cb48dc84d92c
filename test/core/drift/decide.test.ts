import { expect, test } from 'vitest'
import { decide } from '../../../src/core/drift/decide.ts'

const inferred = (effect: number, upper: number) => ({
  effect,
  n: 100,
  inference: {
    interval: [0, upper] as const,
    pValue: 0,
    testable: true,
    rows: { reference: 50, current: 50 },
    upperAt: () => upper,
  },
})

test.each([
  // effect, its upper bound, adjusted p; the limit is 0.1 and alpha 0.05
  [0.2, 0.3, 0.01, 'fail'],
  [0.2, 0.3, 0.05, 'fail'],
  [0.2, 0.3, 0.06, 'inconclusive'],
  [0.08, 0.2, 0.01, 'inconclusive'],
  [0.08, 0.2, 0.5, 'inconclusive'],
  [0.1, 0.1, 0.01, 'warn'],
  [0.05, 0.09, 0.01, 'warn'],
  [0.05, 0.09, 0.06, 'pass'],
  [0.1, 0.1, 1, 'pass'],
  [0.05, Number.NaN, 1, 'inconclusive'],
] as const)('effect %d, up to %d, adjusted p %d: %s', (effect, upper, adjustedPValue, status) => {
  expect(decide(inferred(effect, upper), { limit: 0.1, alpha: 0.05, adjustedPValue })).toBe(status)
})

test('a count needs no test: only its size decides', () => {
  const bar = { limit: 0, alpha: 0.05, adjustedPValue: undefined }
  expect(decide({ effect: 0, n: 10 }, bar)).toBe('pass')
  expect(decide({ effect: 0.001, n: 1000 }, bar)).toBe('fail')
})
