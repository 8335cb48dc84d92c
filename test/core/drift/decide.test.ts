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
  // effect, its upper bound, p adjusted for blocking and for advice; the limit is 0.1 and alpha 0.05
  [0.2, 0.3, 0.01, 0.01, 'fail'],
  [0.2, 0.3, 0.05, 0.05, 'fail'],
  [0.2, 0.3, 0.06, 0.06, 'inconclusive'],
  [0.08, 0.2, 0.01, 0.01, 'inconclusive'],
  [0.08, 0.2, 0.5, 0.5, 'inconclusive'],
  [0.1, 0.1, 0.01, 0.01, 'warn'],
  [0.05, 0.09, 0.01, 0.01, 'warn'],
  [0.05, 0.09, 0.06, 0.06, 'pass'],
  [0.1, 0.1, 1, 1, 'pass'],
  [0.05, Number.NaN, 1, 1, 'inconclusive'],
  [0.2, 0.3, 0.06, 0.01, 'inconclusive'],
  [0.05, 0.09, 0.06, 0.05, 'warn'],
] as const)(
  'effect %d, up to %d, adjusted p %d and %d: %s',
  (effect, upper, adjustedPValue, advisoryPValue, status) => {
    const tested = { pValue: 0, adjustedPValue, advisoryPValue }
    expect(decide({ measurement: inferred(effect, upper), limit: 0.1, tested }, 0.05)).toBe(status)
  },
)

test('a count needs no test: only its size decides', () => {
  expect(decide({ measurement: { effect: 0, n: 10 }, limit: 0 }, 0.05)).toBe('pass')
  expect(decide({ measurement: { effect: 0.001, n: 1000 }, limit: 0 }, 0.05)).toBe('fail')
})
