import { z } from 'zod'
import { defineRows } from '../families/define-rows.ts'
import { listed } from '../wording/listed.ts'

/** In every row several columns add up to a number, within a millionth of it; rows with an empty cell in them are left out. */
export const rowSum = defineRows({
  id: 'row-sum',
  title: 'Several columns add up to a number in every row',
  expectation: 'expect_multicolumn_sum_to_equal',
  options: z.strictObject({ column_list: z.array(z.string()).min(2), sum_total: z.number() }),
  columns: ({ column_list }) => column_list,
  words: ({ column_list, sum_total }) => `has ${listed(column_list)} add up to ${sum_total}`,
  truths: ({ sum_total }, columns) => {
    const near = Math.max(Math.abs(sum_total), 1) * 1e-6
    return batch => {
      const all = columns.map(({ index, reader }) => reader && batch.cells(index).values(reader))
      const truths = new Uint8Array(batch.rows)
      for (let row = 0; row < batch.rows; row++) {
        let sum = 0
        for (const values of all) sum += values?.[row] ?? Number.NaN
        truths[row] = Number.isNaN(sum) ? 2 : Math.abs(sum - sum_total) <= near ? 1 : 0
      }
      return truths
    }
  },
})
