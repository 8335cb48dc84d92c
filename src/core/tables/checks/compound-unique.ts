import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { expected } from '../rules/expected.ts'
import { finishRepeated } from '../verdicts/finish-repeated.ts'
import { listed } from '../wording/listed.ts'

const expectation = ofTable(
  'expect_compound_columns_to_be_unique',
  z.strictObject({ column_list: z.array(z.string()).min(2) }),
  ({ column_list }) => column_list,
)

/** No two rows have the same values in several columns together. Rows with an empty cell in them repeat nothing. */
export const compoundUnique = defineCheck({
  id: 'compound-unique',
  title: 'No two rows have the same values in several columns together',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).map(rule => ({
      ...rule,
      title: `No two rows have the same ${listed(rule.options.column_list)}`,
    })),
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) =>
    finishRepeated(rule, keys, rows, { subject: listed(rule.options.column_list), emptyFails: false }),
})
