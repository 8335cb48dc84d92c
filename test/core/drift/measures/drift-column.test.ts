import { describe, expect, it } from 'vitest'
import { type ColumnCells, columnCells } from '../../../../src/core/drift/column-cells.ts'
import { driftColumn } from '../../../../src/core/drift/measures/drift-column.ts'
import { jointRows, jointSample } from '../../../../src/core/drift/measures/joint-rows.ts'
import type { Row } from '../../../../src/core/tables/row.ts'
import { textBatch } from '../../../../src/core/tables/text-batch.ts'
import { random } from '../random.ts'
import { columnsOf } from './odd-cells.ts'
import { plainCells } from './plain-cells.ts'

const ROWS = 12_000
const SIZE = 1000

const rowsOf = (cells: readonly string[]): Row[] => cells.map((cell, i) => ({ line: i + 2, cells: [cell] }))

/** Measured in batches of that many rows, dealt out to several runs, which are then merged in some order. */
function measured(
  rows: readonly Row[],
  size: number,
  { batch = ROWS, runs = 1, known = [] as string[] } = {},
): ColumnCells {
  const states = Array.from({ length: runs }, () => {
    const measure = driftColumn({ name: 'x', index: 0, known, size })
    return { measure, state: measure.init() }
  })
  for (let from = 0, i = 0; from < rows.length; from += batch, i++) {
    const one = states[(i * 7) % runs]
    one?.measure.add(one.state, textBatch(rows.slice(from, from + batch)))
  }
  const [first, ...others] = states.toReversed()
  if (!first) throw new Error('No run')
  for (const { state } of others) first.measure.merge(first.state, structuredClone(state))
  return columnCells(first.state, { known, size })
}

describe.each(Object.keys(columnsOf(() => 0)))('a column of %s', name => {
  const cells = Array.from({ length: ROWS }, columnsOf(random(11).uniform)[name] ?? (() => ''))
  const rows = rowsOf(cells)
  const plain = plainCells(cells)

  it('is what reading it cell by cell finds', () => {
    const found = measured(rows, ROWS, { batch: 500 })
    const { rows: n, missing, numbers } = found
    expect({ rows: n, missing, text: found.text.count, nonFinite: found.nonFinite.count }).toEqual({
      rows: ROWS,
      missing: plain.missing,
      text: plain.text,
      nonFinite: plain.nonFinite,
    })
    expect(numbers).toEqual(plain.numbers)
    expect(found.instants).toEqual(plain.instants)
    expect(found.dates).toBe(plain.instants.length)
    expect(found.drawn).toBeUndefined()
    for (const [text, { count, place }] of found.categories) {
      expect(count, text).toBe(plain.categories.get(text))
      expect(place, text).toBe(cells.indexOf(text) + 2)
    }
    expect(found.categories.size).toBe(Math.min(1000, plain.categories.size))
    const told = found.categories.values().reduce((sum, { count }) => sum + count, 0)
    expect(told + found.uncounted).toBe(plain.text + plain.nonFinite)
  })

  it('is the same in any batches and any runs, with all its numbers or a sample', () => {
    for (const size of [ROWS, SIZE]) {
      const whole = measured(rows, size)
      expect(measured(rows, size, { batch: 97 })).toEqual(whole)
      expect(measured(rows, size, { batch: 640, runs: 5 })).toEqual(whole)
    }
  })

  it('is summed up over all numbers, though a sample is drawn', () => {
    const { numbers, drawn, summary } = measured(rows, SIZE, { batch: 500, runs: 2 })
    const all = plain.numbers
    if (all.length > SIZE) {
      expect(numbers.length).toBe(SIZE)
      expect(drawn?.numbers).toBe(all.length)
      const values = new Set(all)
      expect(numbers.every(value => values.has(value))).toBe(true)
    }
    expect(summary === undefined).toBe(all.length === 0)
    if (!summary) return
    expect([summary.min, summary.max]).toEqual([(all[0] ?? 0) + 0, (all.at(-1) ?? 0) + 0])
    const mean = all.reduce((sum, value) => sum + value / all.length, 0)
    expect(Math.abs(summary.mean - mean)).toBeLessThan(1e-9 * Math.max(1, Math.abs(mean)))
    if (summary.deviation === undefined) return
    const deviation = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2 / (all.length - 1), 0))
    expect(Math.abs(summary.deviation - deviation)).toBeLessThan(1e-9 * deviation)
  })
})

it('a sample tells the numbers of known categories apart, whatever else there is', () => {
  const cells = Array.from({ length: 9000 }, (_, i) => (i % 3 === 0 ? '7' : String(i + 0.5)))
  const { drawn, numbers } = measured(rowsOf(cells), SIZE, { batch: 300, runs: 3, known: ['7', 'unknown'] })
  expect(numbers.length).toBe(SIZE)
  expect(drawn).toEqual({ numbers: 9000, counts: [[7, 3000]], uncounted: 6000 })
})

it('the deviation of numbers that differ in their last digits only loses none', () => {
  const cells = Array.from({ length: 4000 }, (_, i) => String(1e9 + (i % 2)))
  expect(measured(rowsOf(cells), SIZE).summary).toEqual({
    min: 1e9,
    max: 1e9 + 1,
    mean: 1e9 + 0.5,
    deviation: Math.sqrt(1000 / 3999),
  })
})

it('a sample is drawn evenly from the whole table', () => {
  const { numbers } = measured(rowsOf(Array.from({ length: 100_000 }, (_, i) => String(i))), 10_000)
  const tenths = Array.from({ length: 10 }, (_, i) => numbers.filter(value => Math.floor(value / 10_000) === i).length)
  // Each is hypergeometric with mean 1000 and standard deviation 28.5.
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(4 * 28.5)
})

describe('whole rows', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({ line: i + 2, cells: [`a${i}`, '', `b${i}`] }))
  const columns = [
    { name: 'b', index: 2 },
    { name: 'a', index: 0 },
  ]
  function drawn(size: number, batch: number, runs: number) {
    const measure = jointRows(columns, size)
    const states = Array.from({ length: runs }, measure.init)
    for (let from = 0, i = 0; from < rows.length; from += batch, i++) {
      measure.add(states[i % runs] ?? measure.init(), textBatch(rows.slice(from, from + batch)))
    }
    const [first = measure.init(), ...others] = states
    for (const state of others.toReversed()) measure.merge(first, structuredClone(state))
    return jointSample(first, ['b', 'a'], size)
  }

  it('are all there where they are few, in their order', () => {
    expect(drawn(10_000, 77, 3)).toEqual({
      rows: 5000,
      columns: new Map([
        ['b', rows.map(({ cells }) => cells[2])],
        ['a', rows.map(({ cells }) => cells[0])],
      ]),
    })
  })

  it('are a sample of many, the same in any batches and runs', () => {
    const whole = drawn(500, 5000, 1)
    expect(whole.rows).toBe(500)
    expect(whole.columns.get('a')?.map(text => text.slice(1))).toEqual(
      whole.columns.get('b')?.map(text => text.slice(1)),
    )
    expect(drawn(500, 130, 4)).toEqual(whole)
  })
})
