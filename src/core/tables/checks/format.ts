import { defineCheck } from '../define-check.ts'
import { formatJudge } from '../values/formats.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** Every value has the format: email, uuid, uri, hostname, ipv4, ipv6 for texts; i8 … u128, f32, f64 for numbers. That of date and time is part of the type. */
export const format = defineCheck({
  id: 'format',
  title: 'Every value has the format',
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      const judge = formatJudge(column)
      const name = column.options.format
      if (!judge || name === undefined) return []
      return [
        {
          id: `${column.name}.format`,
          title: `Every value of ${shown(column.name)} has the format ${name}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'format'),
          judge,
          failing: `does not have the format ${name}`,
          undecided: `is not ${column.type.noun}`,
          holding: `has the format ${name}`,
        },
      ]
    }),
  ...perCell,
})
