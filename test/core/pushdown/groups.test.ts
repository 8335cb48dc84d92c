import { expect, it } from 'vitest'
import { foldGroups, type Group } from '../../../src/core/pushdown/groups.ts'
import { categories } from '../../../src/core/tables/measures/categories.ts'
import { emptyCells } from '../../../src/core/tables/measures/empty-cells.ts'
import { textBatch } from '../../../src/core/tables/text-batch.ts'

const column = { name: 'a', index: 0 }
const groups: Group[] = [
  { cells: ['x'], raw: new Map(), count: 1_000_003, place: 1 },
  { cells: ['y'], raw: new Map(), count: 6, place: 2 },
  { cells: [''], raw: new Map(), count: 41, place: 3 },
]

it('gives the state of as many rows as the groups have', () => {
  expect(foldGroups(categories(column), groups)).toEqual({
    counts: new Map([
      ['x', 1_000_003],
      ['y', 6],
    ]),
  })
  const { rows, empty } = foldGroups(emptyCells(column), groups)
  expect([rows, empty.count]).toEqual([1_000_050, 41])
})

it('gives what the rows give one by one', () => {
  const measure = categories(column)
  const state = measure.init()
  const rows = groups.slice(1).flatMap(({ cells, count }) => Array.from({ length: count }, () => ({ line: 1, cells })))
  measure.add(state, textBatch(rows))
  expect(foldGroups(measure, groups.slice(1))).toEqual(state)
})
