import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'

const CASES = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  title: (text: string) => text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase()),
} as const

/** Every value is in upper, lower or title case. */
export const casing = defineCells({
  id: 'casing',
  title: 'Every value is in upper, lower or title case',
  expectation: 'expect_column_values_to_have_casing',
  options: z.strictObject({ casing: z.enum(['upper', 'lower', 'title']) }),
  demand: (_, { casing }) => ({
    reads: 'text',
    judge: text => (CASES[casing](text) === text ? 'pass' : 'fail'),
    failing: `is not in ${casing} case`,
    holding: `is in ${casing} case`,
  }),
})
