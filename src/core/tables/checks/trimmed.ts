import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'

/** No value begins or ends with a blank. */
export const trimmed = defineCells({
  id: 'trimmed',
  title: 'No value begins or ends with a blank',
  expectation: 'expect_column_values_to_be_trimmed',
  options: z.strictObject({}),
  demand: () => ({
    reads: 'text',
    judge: text => (text === text.trim() ? 'pass' : 'fail'),
    failing: 'begins or ends with a blank',
    holding: 'neither begins nor ends with a blank',
  }),
})
