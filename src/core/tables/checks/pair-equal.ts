import { z } from 'zod'
import { conditionTruths } from '../conditions/condition-truths.ts'
import { defineRows } from '../families/define-rows.ts'
import { shown } from '../wording/shown.ts'

/** In every row two columns hold the same; rows where either is empty are left out. */
export const pairEqual = defineRows({
  id: 'pair-equal',
  title: 'Two columns hold the same in every row',
  expectation: 'expect_column_pair_values_to_be_equal',
  options: z.strictObject({ column_A: z.string(), column_B: z.string() }),
  columns: ({ column_A, column_B }) => [column_A, column_B],
  words: ({ column_A, column_B }) => `has the same in ${shown(column_A)} and ${shown(column_B)}`,
  truths: ({ column_A, column_B }, _, table) =>
    conditionTruths(
      { is: 'compare', operator: '=', left: { is: 'column', name: column_A }, right: { is: 'column', name: column_B } },
      table,
    ),
})
