import { expect, it } from 'vitest'
import type { Rows } from '../../../../src/core/model/predictions/rows.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { settingsOf } from '../settings-of.ts'

const { certify } = settingsOf('certify: { positive: bad }')

/** That many rows of each class, scored apart. */
const rows = (positives: number, negatives: number): Rows => ({
  n: positives + negatives,
  columns: new Map([
    [
      'label',
      {
        codes: Uint32Array.from({ length: positives + negatives }, (_, row) => Number(row < positives)),
        names: ['good', 'bad'],
      },
    ],
    [
      'score',
      { numbers: Float64Array.from({ length: positives + negatives }, (_, row) => (row < positives ? 0.9 : 0.1)) },
    ],
  ]),
})

it.each([
  [10, 39],
  [9, 400],
  [400, 9],
])('%d positive and %d negative rows are too few', (positives, negatives) => {
  const { shortage } = binary.judge(rows(positives, negatives), undefined, certify)
  expect(shortage).toMatch(/^Expected at least 50 rows and 10 of each class but found/)
})

it('50 rows with 10 of a class are enough', () => {
  expect(binary.judge(rows(10, 40), undefined, certify).shortage).toBeUndefined()
})
