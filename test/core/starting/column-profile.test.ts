import { describe, expect, it } from 'vitest'
import { cellKind, widerKind } from '../../../src/core/starting/cell-kind.ts'
import { columnProfiler, isShare, MOST_VALUES } from '../../../src/core/starting/column-profile.ts'
import { MOST_ROWS, profileTable } from '../../../src/core/starting/table-profile.ts'

const profile = (cells: readonly string[], left = 1e6) => {
  const profiler = columnProfiler('x', { left })
  for (const cell of cells) profiler.add(cell)
  return profiler.profile()
}

describe('the kind of a cell', () => {
  it.each([
    ['42', 'integer'],
    ['-7', 'integer'],
    ['0', 'integer'],
    ['007', 'text'],
    ['+5', 'text'],
    ['9'.repeat(400), 'text'],
    ['3.14', 'number'],
    ['.5', 'number'],
    ['1e-05', 'number'],
    ['1e999', 'text'],
    ['NaN', 'text'],
    ['inf', 'text'],
    ['1,5', 'text'],
    [' 1', 'text'],
    ['true', 'boolean'],
    ['no', 'text'],
    ['2024-02-29', 'date'],
    ['2023-02-29', 'text'],
    ['2024-05-31T08:15:00Z', 'timestamp'],
    ['2024-05-31 08:15:00.5+02:00', 'timestamp'],
    ['2024-05-31T25:00:00', 'text'],
  ])('of %s is %s', (text, kind) => expect(cellKind(text)).toBe(kind))

  it('widens to a number, else to a text', () => {
    expect(widerKind('integer', 'number')).toBe('number')
    expect(widerKind('integer', 'date')).toBe('text')
    expect(widerKind('date', 'timestamp')).toBe('text')
  })
})

describe('the profile of a column', () => {
  it('counts nulls and values, and knows least and greatest', () => {
    expect(profile(['1', '', '0.25', '1'])).toEqual({
      name: 'x',
      nulls: 1,
      filled: 3,
      kind: 'number',
      values: new Map([
        ['1', 2],
        ['0.25', 1],
      ]),
      unique: false,
      least: 0.25,
      greatest: 1,
    })
  })

  it('has no least and greatest where a cell is no number', () => {
    const { kind, least } = profile(['1', '2', 'n/a'])
    expect({ kind, least }).toEqual({ kind: 'text', least: undefined })
    expect(isShare(profile(['0.5', 'n/a']))).toBe(false)
  })

  it('of nothing but nulls is empty and not unique', () => {
    expect(profile(['', ''])).toMatchObject({ kind: 'empty', nulls: 2, filled: 0, unique: false })
  })

  it('stops listing values beyond its cap, and still knows that they are unique', () => {
    const cells = Array.from({ length: MOST_VALUES + 1 }, (_, i) => String(i))
    expect(profile(cells)).toMatchObject({ unique: true })
    expect(profile(cells).values).toBeUndefined()
  })

  it('does not call unique what it had no memory to compare', () => {
    expect(profile(['aaaa', 'bbbb', 'cccc'], 10).unique).toBe(false)
    expect(profile(['x'.repeat(1000)]).unique).toBe(false)
  })
})

describe('the profile of a table', () => {
  it('ends after so many rows, and says so', async () => {
    let asked = 0
    const batches = (async function* () {
      for (;;) {
        asked++
        yield Array.from({ length: 30_000 }, (_, i) => ({ line: i + 2, cells: ['1'] }))
      }
    })()
    const heard: number[] = []
    const table = await profileTable('endless.csv', { header: ['x'], batches }, rows => heard.push(rows))
    expect(table).toMatchObject({ rows: MOST_ROWS, complete: false })
    expect(table.columns[0]).toMatchObject({ filled: MOST_ROWS })
    expect(asked).toBe(4)
    expect(heard).toEqual([30_000, 60_000, 90_000, 100_000])
  })
})
