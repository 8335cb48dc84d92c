import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'

/** No value has just the length at which databases and programs cut texts off. */
export const truncated = defineCells({
  id: 'truncated',
  title: 'No value has a length at which texts are cut off',
  expectation: 'expect_column_values_to_not_be_truncated',
  options: z.strictObject({
    lengths: z.array(z.int().positive()).min(1).default([255, 256, 1023, 1024, 4000, 32_767, 65_535]),
  }),
  demand: (_, { lengths }) => ({
    reads: 'text',
    judge: text => (lengths.includes(text.length) ? 'fail' : 'pass'),
    failing: `has just ${lengths.join(', ')} characters, as if it were cut off`,
    holding: `has none of the lengths ${lengths.join(', ')}`,
  }),
})
