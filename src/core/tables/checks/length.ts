import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { type CellDemand, cellRules } from '../families/define-cells.ts'
import { codePoints } from '../measures/text-lengths.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

const Length = z.int().nonnegative()
const between = ofColumn(
  'expect_column_value_lengths_to_be_between',
  z
    .strictObject({ min_value: Length.optional(), max_value: Length.optional() })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
)
const equal = ofColumn('expect_column_value_lengths_to_equal', z.strictObject({ value: Length }))

/** Every value has a length within minLength and maxLength, in Unicode code points. */
export const length = defineCheck({
  id: 'length',
  title: 'Every value has an allowed length (in characters)',
  expectations: [between, equal],
  rules: table => [
    ...table.columns.flatMap((column): CellRule[] => {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = column.options
      if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return []
      return [
        {
          id: `${column.name}.length`,
          title: `Every value of ${shown(column.name)} has ${words(minLength, maxLength)} characters`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', minLength > 0 ? 'minLength' : 'maxLength'),
          ...within(minLength, maxLength),
        },
      ]
    }),
    ...cellRules(table, between, (_, { min_value = 0, max_value = Number.POSITIVE_INFINITY }) =>
      within(min_value, max_value),
    ),
    ...cellRules(table, equal, (_, { value }) => within(value, value)),
  ],
  ...perCell,
})

function within(low: number, high: number): CellDemand {
  const limits = words(low, high)
  return {
    reads: 'text',
    judge(text) {
      const points = codePoints(text)
      return points >= low && points <= high ? 'pass' : 'fail'
    },
    failing: `does not have ${limits} characters`,
    extent: codePoints,
    characters: [low, high],
    holding: `has ${limits} characters`,
    near: extent => `; it has ${extent.low} to ${extent.high}`,
  }
}

function words(low: number, high: number): string {
  if (low === high) return `exactly ${low}`
  if (low === 0) return `at most ${high}`
  return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`
}
