import { describe, expect, it } from 'vitest'
import { anonymity } from '../../../../src/core/security/sensitive/anonymity.ts'
import { groupRows } from '../../../../src/core/security/sensitive/group-rows.ts'

const measure = (rows: string[][], minK: number, minL?: number, sensitive: string[] = ['illness']) => {
  const grouping = groupRows(
    [0, 1],
    sensitive.map((_, i) => 2 + i),
  )
  grouping.add(rows.map((cells, i) => ({ line: i + 2, cells })))
  return anonymity('t.csv', grouping, sensitive, { quasiIdentifiers: ['age', 'zip'], minK, minL })
}
const ROWS = [
  ['20', '101', 'flu'],
  ['20', '101', 'flu'],
  ['20', '101', 'cold'],
  ['30', '101', 'flu'],
  ['30', '101', 'flu'],
  ['30', '', 'gout'],
]

describe('k-anonymity', () => {
  it('is the size of the smallest group; an empty cell is a value of its own', () => {
    const { checks, result } = measure(ROWS, 2)
    expect(result).toEqual({
      quasiIdentifiers: ['age', 'zip'],
      k: 1,
      groups: 3,
      groupsBelow: 1,
      rowsBelow: 1,
      diversity: [{ column: 'illness', l: 1 }],
    })
    expect(checks).toMatchObject([
      {
        id: 'k-anonymity.t.csv',
        status: 'fail',
        measured: { value: 1, n: 6 },
        required: { comparator: '>=', value: 2 },
      },
    ])
  })

  it('passes where every group is large enough', () => {
    expect(measure(ROWS.slice(0, 5), 2).checks).toMatchObject([{ status: 'pass', measured: { value: 2 } }])
    expect(measure(ROWS.slice(0, 5), 3).checks).toMatchObject([{ status: 'fail', measured: { value: 2 } }])
  })

  it('does not take cells apart where they only read alike', () => {
    const { result } = measure(
      [
        ['a,b', 'c', 'x'],
        ['a', 'b,c', 'x'],
      ],
      2,
    )
    expect(result?.groups).toBe(2)
  })

  it('of no rows is inconclusive', () => {
    expect(measure([], 2)).toMatchObject({ checks: [{ status: 'inconclusive' }] })
  })
})

describe('l-diversity', () => {
  it('is the fewest distinct values in a group, and fails below what is required', () => {
    expect(measure(ROWS.slice(0, 3), 2, 2).checks).toMatchObject([
      { status: 'pass' },
      { id: 'l-diversity.t.csv.illness', status: 'pass', measured: { value: 2 } },
    ])
    expect(measure(ROWS.slice(0, 5), 2, 2).checks).toMatchObject([
      { status: 'pass' },
      { status: 'fail', measured: { value: 1 }, reason: expect.stringContaining('but found only 1') },
    ])
  })

  it('that is required of no column is inconclusive', () => {
    expect(measure(ROWS.slice(0, 3), 2, 2, []).checks).toMatchObject([{ status: 'pass' }, { status: 'inconclusive' }])
  })
})
