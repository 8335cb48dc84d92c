import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { isMultiple as isMultipleOf } from '../values/decimal.ts'

/** Every value is a multiple of a number, in exact decimal arithmetic. */
export const isMultiple = defineCells({
  id: 'is-multiple',
  title: 'Every value is a multiple of a number',
  expectation: 'expect_column_values_to_be_multiple_of',
  options: z.strictObject({ value: z.number().positive() }),
  demand: (column, { value: step }) => ({
    judge(text, value) {
      if (Number.isNaN(value)) return 'undecided'
      return isMultipleOf(text, value, step) ? 'pass' : 'fail'
    },
    failing: `is no multiple of ${step}`,
    undecided: column.reader ? `is not ${column.type.noun}` : 'is no number, as the contract gives its column no type',
    holding: `is a multiple of ${step}`,
  }),
})
