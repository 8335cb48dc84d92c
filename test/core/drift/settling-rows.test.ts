import { expect, it } from 'vitest'
import { settlingRows } from '../../../src/core/drift/settling-rows.ts'

const open = (rows?: { side: 'current' | 'each'; rows: number }) => ({ status: 'inconclusive' as const, rows })

it('is the most that any undecided check needs', () =>
  expect(
    settlingRows([
      open({ side: 'current', rows: 900 }),
      open({ side: 'current', rows: 4100 }),
      { status: 'pass' },
      { status: 'fail' },
    ]),
  ).toEqual({ undecided: 2, settled: 2, current: 4100 }))

it('names the rows of the reference where one needs more of both, and counts what rows do not settle', () =>
  expect(
    settlingRows([open({ side: 'current', rows: 9000 }), open({ side: 'each', rows: 5000 }), open(), open()]),
  ).toEqual({ undecided: 4, settled: 2, current: 9000, reference: 5000 }))

it('says nothing of a single one', () => expect(settlingRows([open({ side: 'current', rows: 9 })])).toBeUndefined())
