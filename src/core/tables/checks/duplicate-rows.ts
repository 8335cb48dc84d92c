import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { expected } from '../rules/expected.ts'
import { finishRepeated } from '../verdicts/finish-repeated.ts'

const expectation = ofTable('expect_table_rows_to_be_unique', z.strictObject({}))

/** No row is the same as another in every column of the file; empty cells are the same, too. */
export const duplicateRows = defineCheck({
  id: 'duplicate-rows',
  title: 'No row is the same as another in every column',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).map(rule => ({
      ...rule,
      title: 'No row is the same as another in every column',
      columns: table.columns,
    })),
  measures: ({ table }) => ({
    keys: repeatedKeys(
      table.header.map((name, index) => ({ name, index })),
      { emptyIsValue: true },
    ),
  }),
  finish: (rule, { keys }, rows) => finishRepeated(rule, keys, rows, { subject: 'The row', emptyFails: false }),
})
