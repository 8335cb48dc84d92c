import { expect, it } from 'vitest'
import { LAST_LOT } from '../../../src/core/drift/measures/lots.ts'
import { canonicalState } from '../../../src/core/pushdown/canonical-state.ts'
import { addSum, addTo, noSum } from '../../../src/core/tables/measures/exact-sum.ts'

const same = (one: unknown, other: unknown, size = 2) =>
  expect(canonicalState(one, size)).toEqual(canonicalState(other, size))

it('is the same of a sum, however it was added up', () => {
  const [all, first, second] = [noSum(), noSum(), noSum()]
  for (const value of [0.1, 1e300, -3, 0.1]) addTo(all, value)
  for (const value of [0.1, -3]) addTo(first, value)
  for (const value of [1e300, 0.1]) addTo(second, value)
  addSum(first, second)
  same({ n: 4, sum: all }, { n: 4, sum: first })
  addTo(first, 5e-324)
  expect(canonicalState(first, 2)).not.toEqual(canonicalState(all, 2))
})

it('is the same of what has no order, and of different values that were counted or kept', () => {
  same(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([
      ['b', 2],
      ['a', 1],
    ]),
  )
  const registers = new Uint8Array(4)
  same(
    { n: 5, exact: new Set([7, 9, 8]), registers },
    { n: 5, exact: new Set(), counted: 3, registers: new Uint8Array(4).fill(1) },
  )
  expect(canonicalState({ n: 5, exact: new Set([7]), registers }, 2)).not.toEqual(
    canonicalState({ n: 5, exact: new Set([7, 8]), registers }, 2),
  )
})

it('is that of the rows that are drawn, whether lots are kept or not, and more rows than that', () => {
  const values = Float64Array.of(3, 1, 2, 0)
  same(
    { values, lots: Uint32Array.of(9, 4, 5, 0), n: 3, limit: LAST_LOT },
    { values: Float64Array.of(1, 2), lots: Uint32Array.of(0, 0), n: 2, limit: 5 },
  )
  same(
    { lots: [9, 4, 5], places: [1, 2, 3], cells: [['a'], ['b'], ['c']], limit: LAST_LOT },
    { lots: [5, 4], places: [3, 2], cells: [['c'], ['b']], limit: 5 },
  )
  expect(canonicalState({ lots: [5], cells: [['c']] }, 2)).not.toEqual(canonicalState({ lots: [5], cells: [['b']] }, 2))
})
