import { z } from 'zod'
import { defineHeader } from '../families/define-header.ts'

/** The file has so many columns. */
export const columnCount = defineHeader({
  id: 'column-count',
  title: 'The file has a number of columns',
  expectation: 'expect_table_column_count_to_be_between',
  options: z
    .strictObject({ min_value: z.int().optional(), max_value: z.int().optional() })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
  words: ({ min_value = 0, max_value }) =>
    max_value === undefined
      ? `There are at least ${min_value} columns`
      : `There are ${min_value} to ${max_value} columns`,
  fault({ header }, { min_value = 0, max_value = Number.POSITIVE_INFINITY }) {
    if (header.length >= min_value && header.length <= max_value) return undefined
    return `Expected ${min_value} to ${max_value} columns but found ${header.length}`
  },
})
