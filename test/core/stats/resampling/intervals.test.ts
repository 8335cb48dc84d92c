import { describe, expect, test } from 'vitest'
import { acceleration } from '../../../../src/core/stats/resampling/acceleration.ts'
import { bca } from '../../../../src/core/stats/resampling/bca.ts'
import { expectClose } from '../expect-close.ts'
import { vectors } from '../resampling-vectors.ts'

describe.each(vectors.bootstrap)("SciPy's replicates: $id", ({ level, estimate, replicates, jackknife, bca: ends }) => {
  test("give SciPy's BCa interval", () => {
    const found = acceleration(jackknife.map(values => ({ values })))
    const interval = bca(estimate, Float64Array.from(replicates), found, level)
    expectClose(interval?.lower ?? Number.NaN, ends[0], 'lower')
    expectClose(interval?.upper ?? Number.NaN, ends[1], 'upper')
  })
})

test('equal values of the jackknife may be given once, with how many there are', () => {
  const each = acceleration([{ values: [1, 1, 1, 2, 5] }, { values: [3, 3, 4] }])
  expect(each).not.toBe(0)
  expectClose(
    acceleration([
      { values: [1, 2, 9, 5], times: [3, 1, 0, 1] },
      { values: [3, 4], times: [2, 1] },
    ]),
    each,
    'acceleration',
  )
})

test('a statistic that does not vary has no acceleration', () => {
  expect(acceleration([{ values: [2, 2, 2] }])).toBe(0)
})

test('there is no BCa interval where all replicates lie to one side', () => {
  expect(bca(0, Float64Array.of(1, 2, 3), 0, 0.95)).toBeUndefined()
  expect(bca(4, Float64Array.of(1, 2, 3), 0, 0.95)).toBeUndefined()
})

test('there is none where the acceleration would turn its ends round', () => {
  expect(bca(2, Float64Array.of(1, 2, 3), 0.6, 0.95)).toBeUndefined()
  expect(bca(2, Float64Array.of(1, 2, 3), -0.6, 0.95)).toBeUndefined()
})
