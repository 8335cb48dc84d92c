import { z } from 'zod'
import { defineRows } from '../families/define-rows.ts'
import { listed } from '../wording/listed.ts'

/** In no row two of several columns hold the same; empty cells are left out. */
export const distinctInRow = defineRows({
  id: 'distinct-in-row',
  title: 'No two of several columns hold the same in a row',
  expectation: 'expect_select_column_values_to_be_unique_within_record',
  options: z.strictObject({ column_list: z.array(z.string()).min(2) }),
  columns: ({ column_list }) => column_list,
  words: ({ column_list }) => `has different values in ${listed(column_list)}`,
  truths: (_, columns) => batch => {
    const all = columns.map(({ index }) => batch.cells(index))
    const truths = new Uint8Array(batch.rows)
    for (let row = 0; row < batch.rows; row++) {
      const texts = all.map(cells => cells.text(row)).filter(text => text !== '')
      truths[row] = texts.length < 2 ? 2 : new Set(texts).size === texts.length ? 1 : 0
    }
    return truths
  },
})
