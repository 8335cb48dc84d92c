import { defineCheck } from '../define-check.ts'
import { emptyCells } from '../measures/empty-cells.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

/** No cell is null. A null is an empty cell; a blank is a text. */
export const required = defineCheck({
  id: 'required',
  title: 'No cell of a required column is empty',
  rules: table =>
    table.columns
      .filter(column => column.property.required)
      .map(column => ({
        id: `${column.name}.required`,
        title: `No cell of ${shown(column.name)} is empty`,
        table,
        column,
        line: column.lineOf('required'),
      })),
  measures: ({ column }) => ({ cells: emptyCells(column) }),
  finish: (rule, { cells: { rows, empty } }, shownRows) =>
    finishRows(
      rule,
      { rows, n: rows, failed: empty },
      { subject: shown(rule.column.name), noun: 'cell', failing: 'is empty', holding: 'is filled' },
      shownRows,
    ),
})
