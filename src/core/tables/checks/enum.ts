import { z } from 'zod'
import type { Column } from '../column.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { type CellDemand, cellRules } from '../families/define-cells.ts'
import { Scalar, validValues } from '../values/valid-values.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

const inSet = ofColumn('expect_column_values_to_be_in_set', z.strictObject({ value_set: z.array(Scalar).min(1) }))

/** Every value is on the list `logicalTypeOptions.enum`, which ODCS v3.1 does not have but contracts in use do; the standard's own is `invalidValues`. */
export const enumeration = defineCheck({
  id: 'enum',
  title: 'Every value is one of a list',
  expectations: [inSet],
  rules: table => [
    ...table.columns.flatMap((column): CellRule[] => {
      const list = column.options.enum
      if (!list) return []
      return [
        {
          id: `${column.name}.enum`,
          title: `Every value of ${shown(column.name)} is one of: ${validValues(column, list).words}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'enum'),
          ...onList(column, list),
        },
      ]
    }),
    ...cellRules(table, inSet, (column, { value_set }) => onList(column, value_set)),
  ],
  ...perCell,
})

function onList(column: Column, list: readonly z.infer<typeof Scalar>[]): CellDemand {
  const allowed = validValues(column, list)
  return {
    judge: (text, value) => (allowed.has(text, value) ? 'pass' : 'fail'),
    failing: 'is none of the allowed values',
    holding: `is one of the ${list.length} allowed values`,
  }
}
