import { expect, test } from 'vitest'
import type { DriftResult } from '../../src/core/drift/result.ts'
import { driftFigure } from '../../src/report/figures/drift.ts'

const result: DriftResult = {
  rows: { reference: 3117, current: 1337 },
  alpha: 0.05,
  level: 0.9,
  limits: { effect: 0.1, missingChange: 0.05, unseenShare: 0 },
  tests: 20,
  methods: [{ id: 'percentile-shift', title: 'Percentile shift', variant: '…' }],
  columns: [
    {
      column: 'income',
      kind: 'numeric',
      status: 'fail',
      method: 'percentile-shift',
      effect: 0.401,
      limit: 0.2,
      pValue: 1e-30,
      adjustedPValue: 2e-29,
      reported: {},
      missing: { reference: 0, current: 0 },
    },
  ],
  advisory: [
    { column: 'income', question: 'distribution', effect: 0.401, pValue: 1e-30, adjustedPValue: 1e-29 },
    { column: 'a|b', question: 'missing-share', effect: 0.1, pValue: 0.001, adjustedPValue: 0.01 },
  ],
  onInconclusive: 'warn',
  letThrough: [{ check: 'age.distribution', finding: 'inconclusive', by: 'on-inconclusive' }],
}

test('the effect stands beside its limit, and below the table what is worth a look and what was let through', () => {
  const text = driftFigure(result)
  expect(text).toContain('0.4010 (0.2)')
  expect(text).toMatch(/Worth a look, of which at most 5\.0\s% by chance .*income.*distribution.*missing-share/)
  expect(text).toMatch(
    /1 check that failed or is undecided, passing only by the settings: .*age\.distribution.*inconclusive, by .*on-inconclusive/,
  )
})

test('where nothing stands out nothing is said', () => {
  const text = driftFigure({ ...result, advisory: [], letThrough: [] })
  expect(text).not.toMatch(/Worth a look|by the settings/)
})
