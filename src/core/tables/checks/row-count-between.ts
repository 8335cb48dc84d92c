import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { RangeOptions } from '../families/range-options.ts'
import { rowCount } from '../measures/row-count.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween, rangeWords } from '../verdicts/finish-between.ts'

const between = ofTable('expect_table_row_count_to_be_between', RangeOptions)
const equal = ofTable('expect_table_row_count_to_equal', z.strictObject({ value: z.int().nonnegative() }))

/** The file has so many rows; the standard's own rule of the kind is rowCount. */
export const rowCountBetween = defineCheck({
  id: 'row-count-between',
  title: 'The number of rows is within a range',
  expectations: [between, equal],
  rules: table =>
    [
      ...expected(table, between),
      ...expected(table, equal).map(rule => ({
        ...rule,
        options: { min_value: rule.options.value, max_value: rule.options.value },
      })),
    ].map(rule => ({ ...rule, title: `The number of rows is ${rangeWords(rule.options, grouped)}` })),
  measures: () => ({ counted: rowCount }),
  finish: (rule, { counted: { rows } }) =>
    finishBetween(rule, 'The number of rows', { value: rows, n: rows, unit: 'rows', words: grouped(rows) }),
})
