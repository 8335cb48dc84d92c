import { expect, test } from 'vitest'
import { kolmogorovSmirnov } from '../../../src/core/drift/methods/index.ts'
import { rowsNeeded } from '../../../src/core/drift/rows-needed.ts'
import { column } from './columns.ts'

const evenly = (n: number) => Array.from({ length: n }, (_, i) => i / n)

function inference(reference: number, current: number) {
  const found = kolmogorovSmirnov.measure(column('x', evenly(reference), evenly(current)), 0.05)?.inference
  if (!found) throw new Error('Expected a measurement')
  return found
}

test('says how many current rows the bound needs, to two digits, where the reference has enough', () => {
  // ((0.0099 / sqrt(1/10000 + 1/100) + sqrt(ln(20) / 2)) / 0.1)² = 174.9, and 1 / (1/174.9 − 1/10000) = 178
  const needed = rowsNeeded(inference(10_000, 100), 0.1, false)
  expect(needed).toEqual({ side: 'current', rows: 180 })
  expect(inference(10_000, 180).interval[1]).toBeLessThanOrEqual(0.1)
})

test('asks for more of both where the reference is too small', () => {
  const needed = rowsNeeded(inference(100, 5000), 0.1, false)
  expect(needed?.side).toBe('each')
  expect(needed?.rows).toBeGreaterThanOrEqual(300)
  expect(needed?.rows).toBeLessThan(400)
})

test('no number of rows brings a real change below a limit that it exceeds', () => {
  const changed = kolmogorovSmirnov.measure(
    column(
      'x',
      evenly(100),
      evenly(100).map(value => value + 0.2),
    ),
    0.05,
  )
  expect(changed?.inference && rowsNeeded(changed.inference, 0.1, true)).toBeUndefined()
})
