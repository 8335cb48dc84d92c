import { describe, expect, it } from 'vitest'
import { addFailure, mergeFailures, namedValues, noFailures } from '../../../../src/core/tables/measures/failures.ts'

function failuresOf(rows: readonly (readonly [number, string])[]) {
  const failures = noFailures()
  for (const [line, text] of rows) addFailure(failures, line, text)
  return failures
}

/** A thousand distinct values, value i in 1 + i % 7 rows, far apart. */
const many = Array.from({ length: 7 }, (_, round) =>
  Array.from({ length: 1000 }, (_, i) => i)
    .filter(i => i % 7 >= round)
    .map(i => [round * 1000 + i, `value ${String((i * 617) % 1000).padStart(4, '0')}`] as const),
).flat()

describe('failures', () => {
  it('name the most frequent values, then in order', () => {
    const failures = failuresOf([
      [2, 'b'],
      [3, 'a'],
      [4, 'c'],
      [5, 'c'],
      [6, 'd'],
    ])
    expect(namedValues(failures)).toBe(": 'c' (2), 'a' (1), 'b' (1) and 1 other")
    expect(failures.places).toEqual([2, 3, 4, 5, 6])
  })

  it('name none where none may be shown', () => {
    const failures = noFailures()
    addFailure(failures, 2)
    expect(failures.count).toBe(1)
    expect(namedValues(failures)).toBe('')
  })

  it('keep few of many values, with exact counts', () => {
    const failures = failuresOf(many)
    expect(failures.count).toBe(many.length)
    expect(failures.values.size).toBe(100)
    for (const [value, count] of failures.values) {
      expect(count).toBe(many.filter(([, text]) => text === value).length)
    }
    expect(namedValues(failures)).toMatch(/ and many others$/)
  })

  it.each([1, 10, 999, 2500])('are the same in two shards, cut after %d rows', cut => {
    const failures = failuresOf(many.slice(0, cut))
    mergeFailures(failures, failuresOf(many.slice(cut)))
    const whole = failuresOf(many)
    expect(new Map([...failures.values].toSorted())).toEqual(new Map([...whole.values].toSorted()))
    expect({ ...failures, values: 0 }).toEqual({ ...whole, values: 0 })
  })
})
