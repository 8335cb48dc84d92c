import { type CellRule, perCell } from '../counts/cell-check.ts'
import { defineCheck } from '../define-check.ts'
import { shown } from '../wording/shown.ts'

/** No cell is null. A null is an empty cell; a blank is a text. */
export const required = defineCheck({
  id: 'required',
  title: 'No cell of a required column is empty',
  rules: table =>
    table.columns
      .filter(column => column.property.required)
      .map(
        (column): CellRule => ({
          id: `${column.name}.required`,
          title: `No cell of ${shown(column.name)} is empty`,
          table,
          column,
          line: column.lineOf('required'),
          judgesEmpty: true,
          judge: text => (text === '' ? 'fail' : 'pass'),
          failing: 'is empty',
          holding: 'is filled',
        }),
      ),
  ...perCell,
})
