import { defineCheck } from '../define-check.ts'
import { emptyCells } from '../measures/empty-cells.ts'
import { noFailures } from '../measures/failures.ts'
import { finishCells } from '../verdicts/cell-check.ts'
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
        failing: 'is empty',
        holding: 'is filled',
      })),
  measures: ({ column }) => ({ cells: emptyCells(column) }),
  finish(rule, { cells: { rows, empty } }, shownRows) {
    const extent = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
    return finishCells(rule, { rows, n: rows, ...extent, failed: empty, undecided: noFailures() }, shownRows)
  },
})
