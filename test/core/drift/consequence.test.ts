import { describe, expect, test } from 'vitest'
import type { Column } from '../../../src/core/drift/column.ts'
import { compareColumns } from '../../../src/core/drift/compare-columns.ts'
import { requireKnownColumns } from '../../../src/core/drift/require-known-columns.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import { verdictOf } from '../../../src/core/verdict.ts'
import { column } from './columns.ts'

const evenly = (n: number, from = 0) => Array.from({ length: n }, (_, i) => i / n + from)
const moved = column('moved', evenly(2000), evenly(1000, 0.5))
const steady = column('steady', evenly(2000), evenly(1000))
const few = column('few', evenly(2000), evenly(60, 0.0001))

function compare(columns: readonly Column[], drift: Record<string, unknown> = {}) {
  const settings = Settings.parse({ drift }).drift
  const { checks, result } = compareColumns(columns, settings, { reference: 'r.csv', current: 'c.csv' })
  return {
    verdict: verdictOf(checks.map(({ status }) => status)),
    result,
    check: (id: string) => checks.find(check => check.id === id),
  }
}

describe('a column that has drifted', () => {
  test('stops the gate unless the settings say otherwise', () => {
    const { verdict, result } = compare([moved, steady])
    expect(verdict).toBe('failed')
    expect(result).toMatchObject({ onInconclusive: 'block', letThrough: [] })
  })

  test('stops the gate where it is critical', () => {
    expect(compare([moved, steady], { critical: ['moved'] }).verdict).toBe('failed')
  })

  test('warns where others are critical, and says that it failed', () => {
    const { verdict, check, result } = compare([moved, steady], { critical: ['steady'] })
    expect(verdict).toBe('passed')
    expect(check('moved.distribution')).toMatchObject({
      status: 'warn',
      reason: expect.stringMatching(/; it does not stop the gate, for the column is not named under 'critical'$/),
    })
    expect(result.letThrough).toEqual([{ check: 'moved.distribution', finding: 'fail', by: 'critical' }])
  })

  test('that has a weight counts by it', () => {
    const light = compare([moved, steady], { weights: { moved: 1, steady: 9 } })
    expect(light.verdict).toBe('passed')
    expect(light.check('columns.weight')).toMatchObject({ status: 'pass', measured: { value: 0.1, n: 2 } })
    expect(light.check('moved.distribution')?.reason).toMatch(/counts with its weight of 1$/)
    const heavy = compare([moved, steady], { weights: { moved: 3, steady: 7 } })
    expect(heavy.verdict).toBe('failed')
    expect(heavy.check('columns.weight')).toMatchObject({
      status: 'fail',
      required: { value: 0.2 },
      reason: 'Expected columns that drifted to hold at most 20 % of the weight but found 30 %',
    })
    expect(compare([moved, steady], { weights: { moved: 3, steady: 7 }, 'max-drifted-weight': 0.3 }).verdict).toBe(
      'passed',
    )
  })

  test('stops the gate where others have weights and it has none', () => {
    expect(compare([moved, steady], { weights: { steady: 1 } }).verdict).toBe('failed')
  })

  test('stops the gate where it is critical, whatever its weight', () => {
    const { verdict, check } = compare([moved, steady], { critical: ['moved'], weights: { moved: 0, steady: 1 } })
    expect(verdict).toBe('failed')
    expect(check('columns.weight')).toMatchObject({ status: 'pass', measured: { value: 0, n: 1 } })
  })
})

describe('a column that is undecided', () => {
  test('leaves the gate undecided', () => {
    expect(compare([few, steady]).verdict).toBe('inconclusive')
  })

  test('passes where the settings say so, visibly', () => {
    const { verdict, check, result } = compare([few, steady], { 'on-inconclusive': 'warn' })
    expect(verdict).toBe('passed')
    expect(check('few.distribution')).toMatchObject({
      status: 'warn',
      reason: expect.stringMatching(/; it is undecided and passes only because of 'on-inconclusive: warn'$/),
      hint: expect.stringMatching(/^About \d+ current rows would settle it/),
    })
    expect(result).toMatchObject({
      onInconclusive: 'warn',
      letThrough: [{ check: 'few.distribution', finding: 'inconclusive', by: 'on-inconclusive' }],
    })
  })

  test('that has no value at all is never let through', () => {
    const gone = column('gone', evenly(2000), [])
    expect(compare([gone, steady], { 'on-inconclusive': 'warn' }).check('gone.distribution')?.status).toBe(
      'inconclusive',
    )
  })

  test('with a weight leaves the gate undecided where it could tip the scales', () => {
    expect(compare([few, steady], { weights: { few: 1, steady: 9 } }).verdict).toBe('passed')
    const heavy = { weights: { few: 5, steady: 5 } }
    expect(compare([few, steady], heavy).check('columns.weight')).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('found 0 %, and up to 50 % with those that are undecided'),
    })
    expect(compare([few, steady], { ...heavy, 'on-inconclusive': 'warn' }).check('columns.weight')?.status).toBe('warn')
  })

  test('weights that are all 0 decide nothing', () => {
    expect(compare([moved, steady], { weights: { moved: 0, steady: 0 } }).verdict).toBe('inconclusive')
  })
})

test('a critical column that cannot be compared is undecided', () => {
  const names = Array.from({ length: 500 }, (_, i) => `person ${i}`)
  const texts = column('name', names, names)
  expect(compare([texts, steady]).verdict).toBe('passed')
  expect(compare([texts, steady], { critical: ['name'] }).verdict).toBe('inconclusive')
})

test('the advisory list names what stands out, the surest first, with both p-values', () => {
  const slight = column('slight', evenly(20_000), evenly(20_000, 0.03))
  const { verdict, check, result } = compare([slight, steady])
  expect(verdict).toBe('passed')
  expect(check('slight.distribution')?.status).toBe('warn')
  expect(result.advisory).toMatchObject([{ column: 'slight', question: 'distribution' }])
  expect(result.advisory?.[0]?.pValue).toBeLessThan(result.advisory?.[0]?.adjustedPValue ?? 0)
  expect(compare([steady]).result.advisory).toEqual([])
})

test.each([
  [{ critical: ['incme'] }, "but found 'incme': did you mean 'income'?"],
  [{ weights: { incme: 1 } }, "under 'drift.weights'"],
  [{ critical: ['age'], ignore: ['age'] }, "under 'drift.critical'"],
])('a name that is not compared is an error: %j', (drift, message) => {
  const check = () => requireKnownColumns(Settings.parse({ drift }).drift, ['income', 'age'])
  expect(check).toThrow(message)
})
