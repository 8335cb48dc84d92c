import { z } from 'zod'
import { conditionTruths } from '../conditions/condition-truths.ts'
import { defineRows } from '../families/define-rows.ts'
import { shown } from '../wording/shown.ts'

/** In every row one column is greater than another; rows where either is empty are left out. */
export const pairGreater = defineRows({
  id: 'pair-greater',
  title: 'One column is greater than another in every row',
  expectation: 'expect_column_pair_values_a_to_be_greater_than_b',
  options: z.strictObject({ column_A: z.string(), column_B: z.string(), or_equal: z.boolean().default(false) }),
  columns: ({ column_A, column_B }) => [column_A, column_B],
  words: ({ column_A, column_B, or_equal }) =>
    `has ${shown(column_A)} ${or_equal ? 'at least' : 'above'} ${shown(column_B)}`,
  truths: ({ column_A, column_B, or_equal }, _, table) =>
    conditionTruths(
      {
        is: 'compare',
        operator: or_equal ? '>=' : '>',
        left: { is: 'column', name: column_A },
        right: { is: 'column', name: column_B },
      },
      table,
    ),
})
