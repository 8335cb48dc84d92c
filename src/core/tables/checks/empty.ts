import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { judgedCells } from '../measures/judged-cells.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

const isNull = ofColumn('expect_column_values_to_be_null', z.strictObject({}))

/** Every cell is empty: of a column that nobody fills any more. */
export const empty = defineCheck({
  id: 'empty',
  title: 'Every cell of a column is empty',
  expectations: [isNull],
  rules: table =>
    expectedOf(table, isNull).map(rule => ({ ...rule, title: `Every cell of ${shown(rule.column.name)} is empty` })),
  measures: ({ id, line, column }) => ({
    cells: judgedCells(`${id}:${line}`, column, { reads: 'text', judge: () => 'fail' }),
  }),
  finish: (rule, { cells: { rows, failed } }, shownRows) =>
    finishRows(
      rule,
      { rows, n: rows, failed },
      { subject: shown(rule.column.name), noun: 'cell', failing: 'is filled', holding: 'is empty' },
      shownRows,
    ),
})
