import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'

/** Every value is of printable ASCII characters. */
export const ascii = defineCells({
  id: 'ascii',
  title: 'Every value is of printable ASCII characters',
  expectation: 'expect_column_values_to_be_ascii',
  options: z.strictObject({}),
  demand: () => ({
    reads: 'text',
    judge: text => (/^[\x20-\x7e]*$/.test(text) ? 'pass' : 'fail'),
    failing: 'has a character that is not printable ASCII',
    holding: 'is of printable ASCII characters',
  }),
})
