import { expect, test } from 'vitest'
import { equalityTest } from '../../../../src/core/model/forms/equality-test.ts'
import type { Form } from '../../../../src/core/model/forms/form.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'

const design = { level: 0.95, random: (purpose: string) => seeded('ab', purpose) }
const mean = (...values: number[]): Form => ({ kind: 'mean', values: Float64Array.from(values) })

test('right and wrong are tested by McNemar', () => {
  const own = mean(1, 1, 1, 1, 1, 1, 0, 1, 0)
  const its = mean(0, 0, 0, 0, 0, 0, 1, 1, 0)
  // scipy.stats.binomtest(1, 7).pvalue
  const found = equalityTest(own, its, design, 'accuracy')
  expect(found?.test).toBe('mcnemar-exact')
  expect(found?.pValue).toBeCloseTo(0.125, 14)
  expect(equalityTest(own, own, design, 'accuracy')).toEqual({ test: 'mcnemar-exact', pValue: 1 })
})

test('other numbers are tested by flipping the signs of their differences, all ways where they are few', () => {
  const own = mean(0.5, 0.75, 0.5, 1.5, 0.25)
  const its = mean(0.25, 0.25, 0.375, 0.5, 0.25)
  // Of the 2⁴ ways to sign 1/4, 1/2, 1/8 and 1, only the two that agree reach their sum.
  expect(equalityTest(own, its, design, 'brier')).toEqual({ test: 'sign-flip', pValue: 2 / 16 })
})

test('there is no test of what is no mean, nor of very many rows', () => {
  const many = (step: number): Form => ({
    kind: 'mean',
    values: Float64Array.from({ length: 2002 }, (_, i) => i * step),
  })
  expect(equalityTest(many(0.5), many(0.25), design, 'brier')).toEqual(undefined)
  const sums: Form = { kind: 'sums', columns: [], value: () => 0 }
  expect(equalityTest(sums, sums, design, 'f1')).toEqual(undefined)
})
