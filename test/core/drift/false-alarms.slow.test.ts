import { describe, expect, test } from 'vitest'
import type { Column } from '../../../src/core/drift/column.ts'
import { compareColumns } from '../../../src/core/drift/compare-columns.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import { column } from './columns.ts'
import { random } from './random.ts'

const RUNS = 200
const REFERENCE = 1000
const { drift } = Settings.parse({})
const files = { reference: 'reference.csv', current: 'current.csv' }

type Draw = (from: ReturnType<typeof random>) => number | string | undefined

/** Ten columns as tables have them: smooth, skewed, rounded, mostly zero, categories even and uneven, with values missing. */
const world: Record<string, Draw> = {
  score: ({ normal }) => normal(),
  amount: ({ normal }) => Math.exp(normal()),
  age: ({ normal }) => Math.round(40 + 10 * normal()),
  debt: ({ uniform }) => (uniform() < 0.8 ? 0 : Math.round(1000 * uniform())),
  flag: ({ uniform }) => (uniform() < 0.3 ? 1 : 0),
  income: ({ uniform }) => (uniform() < 0.08 ? undefined : Math.round(300 * uniform())),
  home: ({ index }) => `home ${index([0.45, 0.25, 0.15, 0.1, 0.05])}`,
  job: ({ index, uniform }) => (uniform() < 0.02 ? undefined : `job ${index([0.6, 0.2, 0.15, 0.05])}`),
  region: ({ index }) => `region ${index(Array(10).fill(0.1))}`,
  answer: ({ uniform }) => (uniform() < 0.9 ? 'no' : 'yes'),
}

function draw(from: ReturnType<typeof random>, rows: number, drifted: Record<string, Draw> = {}): Column[] {
  return Object.entries(world).map(([name, value]) =>
    column(
      name,
      Array.from({ length: REFERENCE }, () => value(from)),
      Array.from({ length: rows }, () => (drifted[name] ?? value)(from)),
    ),
  )
}

describe.each([200, 2000])('%i current rows', rows => {
  test('a run fails on any of ten columns, none of which has changed, with chance alpha at most', () => {
    const from = random(rows)
    let alarms = 0
    for (let run = 0; run < RUNS; run++) {
      const { checks } = compareColumns(draw(from, rows), drift, files)
      if (checks.some(check => check.status === 'fail')) alarms++
    }
    const slack = 3.1 * Math.sqrt((drift.alpha * (1 - drift.alpha)) / RUNS)
    expect(alarms / RUNS).toBeLessThanOrEqual(drift.alpha + slack)
  })

  test('one column of ten that has changed by half a standard deviation is found, and it alone', () => {
    const from = random(rows)
    const failed: Record<string, number> = {}
    for (let run = 0; run < 50; run++) {
      const { checks } = compareColumns(draw(from, rows, { score: ({ normal }) => 0.5 + normal() }), drift, files)
      for (const check of checks) if (check.status === 'fail') failed[check.id] = (failed[check.id] ?? 0) + 1
    }
    const { 'score.distribution': found = 0, ...others } = failed
    expect(found).toBeGreaterThanOrEqual(48)
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(6)
  })
})
