import { expect, it } from 'vitest'
import { filledColumns } from '../../src/report/filled-columns.ts'

it('leaves out the columns that say nothing in any line', () => {
  expect(
    filledColumns(
      ['a', 'b', 'c'],
      [
        ['1', '', ''],
        ['2', '', 'x'],
      ],
    ),
  ).toEqual({
    columns: ['a', 'c'],
    rows: [
      ['1', ''],
      ['2', 'x'],
    ],
  })
})
