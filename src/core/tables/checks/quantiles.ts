import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { noMeasure } from '../families/define-aggregate.ts'
import { quantileOf } from '../families/quantile-of.ts'
import { RangeOptions } from '../families/range-options.ts'
import { rowSample } from '../measures/row-sample.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const Ends = z
  .tuple([z.number().nullable(), z.number().nullable()])
  .refine(([low, high]) => low !== null || high !== null, { error: 'a range with an end' })
const expectation = ofColumn(
  'expect_column_quantile_values_to_be_between',
  z
    .strictObject({
      quantile_ranges: z.strictObject({
        quantiles: z.array(z.number().min(0).max(1)).min(1),
        value_ranges: z.array(Ends).min(1),
      }),
    })
    .refine(({ quantile_ranges: { quantiles, value_ranges } }) => quantiles.length === value_ranges.length, {
      error: 'as many value_ranges as quantiles',
    }),
)

/** Quantiles of a column are within ranges, one rule for each; of more than 20 000 rows, from a sample of them, with an interval. */
export const quantiles = defineCheck({
  id: 'quantiles',
  title: 'Quantiles of a column are within ranges',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).flatMap(rule =>
      rule.options.quantile_ranges.quantiles.map((quantile, i) => {
        const [low, high] = rule.options.quantile_ranges.value_ranges[i] ?? [null, null]
        const options = RangeOptions.parse({ min_value: low ?? undefined, max_value: high ?? undefined })
        const title = `Quantile ${quantile} of ${shown(rule.column.name)} is ${rangeWords(options)}`
        return { ...rule, id: `${rule.id}-${quantile}`, title, quantile, options }
      }),
    ),
  measures: ({ column }) => ({ sample: rowSample([column]) }),
  finish: (rule, { sample }) =>
    finishBetween(
      rule,
      `Quantile ${rule.quantile} of ${shown(rule.column.name)}`,
      (rule.column.reader && quantileOf(sample, rule.quantile)) ?? noMeasure(rule.column),
    ),
})
