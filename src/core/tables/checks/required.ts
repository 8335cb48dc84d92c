import { z } from 'zod'
import type { Column } from '../column.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { emptyCells } from '../measures/empty-cells.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

const notNull = ofColumn('expect_column_values_to_not_be_null', z.strictObject({}))

/** No cell is null. A null is an empty cell; a blank is a text. */
export const required = defineCheck({
  id: 'required',
  title: 'No cell of a required column is empty',
  expectations: [notNull],
  rules: table => [
    ...table.columns
      .filter(column => column.property.required)
      .map(column => titled({ id: `${column.name}.required`, table, column, line: column.lineOf('required') })),
    ...expectedOf(table, notNull).map(titled),
  ],
  measures: ({ column }) => ({ cells: emptyCells(column) }),
  finish: (rule, { cells: { rows, empty } }, shownRows) =>
    finishRows(
      rule,
      { rows, n: rows, failed: empty },
      { subject: shown(rule.column.name), noun: 'cell', failing: 'is empty', holding: 'is filled' },
      shownRows,
    ),
})

const titled = <R extends Omit<Rule, 'title'> & { readonly column: Column }>(rule: R) => ({
  ...rule,
  title: `No cell of ${shown(rule.column.name)} is empty`,
})
