import { expect, it } from 'vitest'
import { chernoffHoeffding } from '../../../../src/core/model/intervals/chernoff-hoeffding.ts'
import { expectClose } from '../close.ts'

// By mpmath at 40 digits (test/cases/model/make_cases.py).
it.each([
  [0.5, 40, 0.95, [0.29479676477752276, 0.7052032352224773]],
  [0.9, 100, 0.9, [0.8111706621515673, 0.9575908291156091]],
])('of a mean of %d over %i', (mean, n, level, ends) => {
  expectClose(chernoffHoeffding(mean, n, level), ends)
})

it('has the exact inner end at 0 and 1', () => {
  expectClose(chernoffHoeffding(0, 376, 0.95), [0, 1 - 0.025 ** (1 / 376)])
  expectClose(chernoffHoeffding(1, 376, 0.95), [0.025 ** (1 / 376), 1])
})

it('joins up towards 0', () => {
  expect(chernoffHoeffding(1e-12, 1000, 0.95)[1]).toBeCloseTo(chernoffHoeffding(0, 1000, 0.95)[1], 9)
})
