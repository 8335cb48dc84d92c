import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { Scalar, validValues } from '../values/valid-values.ts'

/** No value is on a list. */
export const notInSet = defineCells({
  id: 'not-in-set',
  title: 'No value is one of a list',
  expectation: 'expect_column_values_to_not_be_in_set',
  options: z.strictObject({ value_set: z.array(Scalar).min(1) }),
  demand: (column, { value_set }) => {
    const refused = validValues(column, value_set)
    const words = column.sensitive ? `${value_set.length} refused values` : refused.words
    return {
      judge: (text, value) => (refused.has(text, value) ? 'fail' : 'pass'),
      failing: `is one of: ${words}`,
      holding: `is none of: ${words}`,
    }
  },
})
