import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'

const NOT_FINITE = /^\s*([+-]?nan|[+-]?inf(inity)?|#num!|#div\/0!|[+-]?1\.#(inf|ind|qnan).*)\s*$/i

/** No value is NaN or infinite, however a program writes them: in a column of texts that should be numbers they hide, in one of numbers they are no values. */
export const finite = defineCells({
  id: 'finite',
  title: 'No value is NaN or infinite',
  expectation: 'expect_column_values_to_be_finite',
  options: z.strictObject({}),
  demand: () => ({
    reads: 'text',
    // What is read as a value is finite.
    passes: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    judge: text => (NOT_FINITE.test(text) ? 'fail' : 'pass'),
    failing: 'is NaN or infinite',
    holding: 'is neither NaN nor infinite',
  }),
})
