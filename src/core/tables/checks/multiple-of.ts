import { defineCheck } from '../define-check.ts'
import { isMultiple } from '../values/decimal.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** Every value is a multiple of a number, in exact decimal arithmetic: 0.3 is a multiple of 0.1. */
export const multipleOf = defineCheck({
  id: 'multiple-of',
  title: 'Every value is a multiple of a number',
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      const step = column.options.multipleOf
      if (step === undefined) return []
      return [
        {
          id: `${column.name}.multiple-of`,
          title: `Every value of ${shown(column.name)} is a multiple of ${step}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'multipleOf'),
          judge(text, value) {
            if (Number.isNaN(value)) return 'undecided'
            return isMultiple(text, value, step) ? 'pass' : 'fail'
          },
          failing: `is no multiple of ${step}`,
          undecided: `is not ${column.type.noun}`,
          holding: `is a multiple of ${step}`,
        },
      ]
    }),
  ...perCell,
})
