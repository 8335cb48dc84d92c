import { defineCheck } from '../define-check.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** Every cell is a value of the column's logical type. A text is anything, so a string column has no such check. */
export const type = defineCheck({
  id: 'type',
  title: 'Every value is of the logical type',
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      if (!column.reader) return []
      const { noun } = column.type
      return [
        {
          id: `${column.name}.type`,
          title: `Every value of ${shown(column.name)} is ${noun}`,
          table,
          column,
          line: column.lineOf('logicalType'),
          reads: 'value',
          passes: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
          judge: (_, value) => (Number.isNaN(value) ? 'fail' : 'pass'),
          failing: `is not ${noun}`,
          written: column.type.written(column.options),
          holding: `is ${noun}`,
        },
      ]
    }),
  ...perCell,
})
