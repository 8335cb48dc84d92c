import { describe, expect, test } from 'vitest'
import { columnOf } from '../../../src/core/drift/column.ts'
import { type ColumnCells, columnCells } from '../../../src/core/drift/column-cells.ts'
import { kindOf } from '../../../src/core/drift/column-kind.ts'
import { DRAWN } from '../../../src/core/drift/drift-job.ts'
import { driftColumn } from '../../../src/core/drift/measures/drift-column.ts'
import { textBatch } from '../../../src/core/tables/text-batch.ts'

/** What is measured of a column whose first cell stands on line 2. */
function read(cells: readonly string[], known: readonly string[] = []): ColumnCells {
  const measure = driftColumn({ name: 'column', index: 0, known, size: DRAWN })
  const state = measure.init()
  measure.add(state, textBatch(cells.map((cell, i) => ({ line: i + 2, cells: [cell] }))))
  return columnCells(state, { known, size: DRAWN })
}

describe('a cell is', () => {
  test.each(['0', '-1', '+2.5', '.5', '5.', '1e3', '1E-3', ' 7 ', '00123', '1e-400'])('a number: %j', cell => {
    expect(read([cell])).toMatchObject({ numbers: Float64Array.of(Number(cell)), missing: 0, text: { count: 0 } })
  })

  test.each(['', ' ', '\t', '\u00a0'])('missing: %j', cell => {
    expect(read([cell])).toMatchObject({ missing: 1, text: { count: 0 }, nonFinite: { count: 0 } })
  })

  test.each(['NaN', 'nan', '-nan(ind)', 'Inf', '-inf', 'Infinity', '+INFINITY', '1e999'])(
    'no finite number: %j',
    cell => {
      expect(read([cell])).toMatchObject({ nonFinite: { count: 1, place: 2 }, text: { count: 0 }, missing: 0 })
    },
  )

  test.each(['NA', 'null', '1,5', '1_000', '0x10', '0b1', '12 %', '2024-01-01', 'nancy', 'info', '-'])(
    'text: %j',
    cell => {
      expect(read([cell])).toMatchObject({ text: { count: 1, place: 2 }, nonFinite: { count: 0 }, missing: 0 })
    },
  )
})

test('every row is counted once, whatever it holds', () => {
  const cells = read(['1', '', 'a', 'NaN', '2', 'a', 'b', ' ', '-Inf'])
  expect(cells).toMatchObject({
    rows: 9,
    missing: 2,
    text: { count: 3, place: 4 },
    nonFinite: { count: 2, place: 5 },
    categories: new Map([
      ['a', { count: 2, place: 4 }],
      ['NaN', { count: 1, place: 5 }],
      ['b', { count: 1, place: 8 }],
      ['-Inf', { count: 1, place: 10 }],
    ]),
  })
  expect([...cells.numbers]).toEqual([1, 2])
})

test('many numbers are kept in order', () => {
  const cells = read(Array.from({ length: 5000 }, (_, i) => String((i * 7919) % 5000)))
  expect([...cells.numbers]).toEqual(Array.from({ length: 5000 }, (_, i) => i))
})

test('texts beyond the limit are counted but not told apart; those of the reference always are', () => {
  const flood = Array.from({ length: 3000 }, (_, i) => `street ${i}`)
  const cells = read([...flood, 'a', 'NaN', 'b', 'a'], ['a', 'b', 'c'])
  expect(cells.categories.size).toBe(1002)
  expect(cells.categories.get('b')).toEqual({ count: 1, place: 3004 })
  expect(cells.categories.get('a')).toEqual({ count: 2, place: 3002 })
  expect(cells).toMatchObject({
    uncounted: 2001,
    firstUncounted: { count: 2001 },
    text: { count: 3003 },
    nonFinite: { count: 1 },
  })
})

describe('the reference makes a column', () => {
  const different = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i))

  test.each([
    ['numeric', ['1', '2', '']],
    ['numeric', ['NaN']],
    ['categorical', ['a', 'b', '']],
    ['categorical', ['1', '2', 'unknown']],
    ['categorical', different(20, i => `name ${i}`)],
    ['text', different(21, i => `name ${i}`)],
    ['categorical', different(1000, i => `city ${i % 100}`)],
    ['text', different(990, i => `city ${i % 100}`)],
    ['text', different(20_000, i => `street ${i % 1001}`)],
    ['mixed', [...different(50, String), 'n/a']],
    ['empty', ['', ' ']],
    ['empty', []],
  ] as const)('%s: %j', (kind, cells) => {
    expect(kindOf(read(cells))).toBe(kind)
  })
})

test('numbers among categories are compared by value, however they are written', () => {
  const { reference, current } = columnOf('code', read(['1', '2', '2', 'unknown']), read(['1.0', '2.00', '2e0']))
  expect(reference.categories.get('2')).toEqual({ count: 2 })
  expect([...current.categories]).toEqual([
    ['1', { count: 1 }],
    ['2', { count: 2 }],
  ])
})

test('a flood of numbers where categories were is counted without being told apart', () => {
  const flood = Array.from({ length: 10_000 }, (_, i) => String(i + 0.5))
  const { reference, current } = columnOf('code', read(['7', 'unknown']), read([...flood, '7', '99999']))
  expect(current.categories.size + current.others).toBe(10_002)
  expect(current.categories.size).toBeLessThan(2100)
  expect(reference.categories.get('7')).toEqual({ count: 1 })
  expect(current.categories.get('7')).toEqual({ count: 1 })
})
