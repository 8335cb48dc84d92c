import { describe, expect, it } from 'vitest'
import { clickhouse } from '../../../src/core/pushdown/dialects/clickhouse.ts'
import { postgres } from '../../../src/core/pushdown/dialects/postgres.ts'
import { groupCounts } from '../../../src/core/pushdown/group-counts.ts'
import { groupsAlong } from '../../../src/core/pushdown/groups.ts'
import { USUAL_PUSHDOWN } from '../../../src/core/pushdown/limits.ts'
import { packsOf } from '../../../src/core/pushdown/packs.ts'
import type { Survey } from '../../../src/core/pushdown/survey.ts'
import type { TableThere } from '../../../src/core/pushdown/table-there.ts'

const thereWith = (columns: number, dialect = postgres): TableThere => ({
  dialect,
  table: { engine: 'postgres', url: '', table: 't' },
  from: '"t"',
  columns: Array.from({ length: columns }, (_, i) => ({ name: `c${i}`, type: 'text', kind: 'text' })),
  limits: USUAL_PUSHDOWN,
  isPinned: true,
  isPlain: false,
})
const surveyWith = (different: readonly (number | undefined)[]): Survey => ({
  rows: 1_000_000,
  keys: undefined,
  columns: new Map(
    different.map((each, index) => [
      index,
      { filled: 1, n: 0, low: 0, high: 0, allFinite: false, different: each, isMany: false },
    ]),
  ),
})

/** The packs of columns that have so many different cells each, and how many trials of combinations were asked for; each has found `combinations`. */
function packed(different: readonly (number | undefined)[], combinations = 0, dialect = postgres) {
  const asking = packsOf(
    thereWith(different.length, dialect),
    surveyWith(different),
    different.map((_, i) => i),
  )
  let trials = 0
  for (let next = asking.next(); ; trials++) {
    if (next.done) return { packs: next.value, trials }
    next = asking.next([[String(combinations)]])
  }
}

describe('packs of columns that are counted together', () => {
  it('hold all, where all together can have few combinations', () => {
    expect(packed([9, 9, 9])).toEqual({ packs: [[0, 1, 2]], trials: 0 })
  })

  it('hold all, where a trial shows that they have few', () => {
    expect(packed([30, 30, 30, 2, 700], 2100)).toEqual({ packs: [[0, 1, 2, 3, 4]], trials: 1 })
  })

  it('hold those that can have few, where a trial shows more', () => {
    const { packs, trials } = packed([30, 30, 30, 2, 700], 2501)
    expect({ packs, trials }).toEqual({ packs: [[4, 3], [0, 1], [2]], trials: 1 })
  })

  it('hold one each, where more cells would travel than are wanted, and nothing is known of how many there are', () => {
    expect(packed([4000, 4000, ...Array.from({ length: 40 }, () => 2)], 2000).packs[0]?.length).toBeLessThan(42)
    expect(packed([undefined, undefined])).toEqual({ packs: [[0], [1]], trials: 0 })
  })

  it('hold one each, where a table is kept by columns', () => {
    expect(packed([9, 9], 0, clickhouse)).toEqual({ packs: [[0], [1]], trials: 0 })
  })
})

describe('columns that are counted together', () => {
  const there = thereWith(2)
  const row = (pack: number, n: number, ...cells: string[]) => [String(pack), String(n), null, ...cells]

  it('are each told of by what their combinations are', () => {
    const asking = groupCounts(there, surveyWith([2, 2]), [0, 1], false)
    const { value } = asking.next()
    expect(value).toMatchObject({ purpose: 'values of c0 with c1', ofCombinations: true })
    const { value: groupsOf } = asking.next([row(0, 3, 'a', 'x'), row(0, 4, 'b', 'x')])
    if (typeof groupsOf !== 'function') throw new Error('It asked once more')
    const told = [0, 1].map(index => groupsOf([index]).next().value)
    expect(told).toMatchObject([[{ count: 3 }, { count: 4 }], [{ count: 7 }]])
  })

  it('are counted one by one, where their combinations are more than a trial has shown', () => {
    const asking = groupCounts(there, surveyWith([2, 2]), [0, 1], false)
    asking.next()
    const many = Array.from({ length: USUAL_PUSHDOWN.groups + 1 }, (_, i) => row(0, 1, String(i), 'x'))
    const { value } = asking.next(many)
    expect(value).toMatchObject({ purpose: 'values of c0, c1', ofCombinations: false })
    const { value: groupsOf } = asking.next([row(0, 9, 'a'), row(1, 4, 'x'), row(1, 5, 'y')])
    if (typeof groupsOf !== 'function') throw new Error('It asked once more')
    const told = [0, 1].map(index => groupsOf([index]).next().value)
    expect(told).toMatchObject([[{ count: 9 }], [{ count: 4 }, { count: 5 }]])
  })
})

describe('groups of one column, of those of several', () => {
  const group = (cells: readonly string[], raw: readonly (string | null)[], count: number, place: number) => ({
    cells,
    raw: new Map(raw.map((cell, i) => [i, cell])),
    count,
    place,
  })

  it('have the rows of all in which it is the same, and the first of their places', () => {
    const groups = [
      group(['a', 'x'], ['a', 'x'], 3, 7),
      group(['b', 'x'], ['b', 'x'], 5, 2),
      group(['a', 'y'], ['a', 'y'], 11, 4),
    ]
    expect(groupsAlong(0, groups)).toEqual([group(['b', ''], ['b'], 5, 2), group(['a', ''], ['a'], 14, 4)])
    expect(groupsAlong(1, groups).map(({ cells, count, place }) => [cells[1], count, place])).toEqual([
      ['x', 8, 2],
      ['y', 11, 4],
    ])
  })

  it('tell a cell that is missing from a text of no letter', () => {
    const groups = [group(['', 'x'], [null, 'x'], 1, 1), group(['', 'x'], ['', 'x'], 2, 2)]
    expect(groupsAlong(0, groups).map(({ raw, count }) => [raw.get(0), count])).toEqual([
      [null, 1],
      ['', 2],
    ])
  })

  it('are in the order of what they hold, where rows have no place', () => {
    const groups = [group(['b', 'x'], ['b', 'x'], 1, Number.NaN), group(['a', 'x'], ['a', 'x'], 1, Number.NaN)]
    expect(groupsAlong(0, groups).map(({ cells }) => cells[0])).toEqual(['a', 'b'])
  })
})
