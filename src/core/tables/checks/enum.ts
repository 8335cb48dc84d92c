import { defineCheck } from '../define-check.ts'
import { validValues } from '../values/valid-values.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** Every value is on the list `logicalTypeOptions.enum`, which ODCS v3.1 does not have but contracts in use do; the standard's own is `invalidValues`. */
export const enumeration = defineCheck({
  id: 'enum',
  title: 'Every value is one of a list',
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      const list = column.options.enum
      if (!list) return []
      const allowed = validValues(column, list)
      return [
        {
          id: `${column.name}.enum`,
          title: `Every value of ${shown(column.name)} is one of: ${allowed.words}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'enum'),
          judge: (text, value) => (allowed.has(text, value) ? 'pass' : 'fail'),
          failing: 'is none of the allowed values',
          holding: `is one of the ${list.length} allowed values`,
        },
      ]
    }),
  ...perCell,
})
