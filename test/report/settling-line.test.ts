import { expect, it } from 'vitest'
import type { DriftResult } from '../../src/core/drift/result.ts'
import type { Evidence } from '../../src/core/evidence.ts'
import { section } from '../../src/report/section.ts'
import { settlingLine } from '../../src/report/settling-line.ts'
import { failingOn } from './failing-on.ts'

const drift = (settling: DriftResult['settling']): Evidence => ({
  ...failingOn([]),
  gate: 'drift-compare',
  result: {
    rows: { reference: 3117, current: 50 },
    alpha: 0.05,
    level: 0.9,
    limits: { effect: 0.1, missingChange: 0.05, unseenShare: 0 },
    tests: 28,
    ...(settling ? { settling } : {}),
    methods: [],
    columns: [],
  },
})
const NBSP = '\u202f'

it.each([
  [
    { undecided: 28, settled: 28, current: 4100 },
    `About 4${NBSP}100 current rows (there are 50) would settle all 28 undecided checks of columns, if what has changed stays as it is and nothing else drifts.`,
  ],
  [
    { undecided: 28, settled: 25, current: 9000, reference: 5000 },
    `About 9${NBSP}000 current rows and 5${NBSP}000 of the reference (there are 50 and 3${NBSP}117) would settle 25 of the 28 undecided checks of columns, if what has changed stays as it is and nothing else drifts. 3 are not settled by rows.`,
  ],
  [{ undecided: 3, settled: 0, current: 0 }, 'No number of rows settles the 3 undecided checks of columns.'],
  [undefined, ''],
])('%o is told', (settling, line) => {
  const evidence = drift(settling)
  expect(settlingLine(evidence)).toBe(line)
  if (line !== '') expect(section(evidence).split('\n\n')[1]).toBe(line)
})
