import { expect, test } from 'vitest'
import { histogramOf } from '../../../src/core/drift/histogram.ts'
import { column } from './columns.ts'

const of = (reference: readonly (string | undefined)[], current: readonly (string | undefined)[]) => {
  const made = column('x', reference, current)
  return histogramOf(made.reference, made.current)
}
const times = (count: number, value: string): string[] => new Array(count).fill(value)

test('categories are drawn by their shares of the rows with a value, the commonest of the reference first', () => {
  expect(of(['b', 'a', 'b', undefined, 'c'], ['a', 'a', undefined, 'b', 'b'])).toEqual({
    edges: [],
    reference: [0.5, 0.25, 0.25],
    current: [0.5, 0.5, 0],
  })
})

test('categories that the reference never had, and rare ones, are one bar', () => {
  const many = Array.from({ length: 15 }, (_, i) => times(20 - i, `level ${i}`)).flat()
  const drawn = of(many, [...times(3, 'level 0'), 'new'])
  expect(drawn?.reference).toHaveLength(12)
  expect(drawn?.reference.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(drawn?.reference.at(-1)).toBeCloseTo((9 + 8 + 7 + 6) / many.length, 12)
  expect(drawn?.current).toEqual([0.75, ...new Array(10).fill(0), 0.25])
})

test('a side without a value is not drawn', () => {
  expect(of(['a', 'b'], [undefined, undefined])).toBeUndefined()
})
