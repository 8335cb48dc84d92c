import { z } from 'zod'
import { clopperPearson } from '../../stats/intervals/clopper-pearson.ts'
import { limitWords, NONE } from '../contract/tolerance.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { noSpread } from '../families/define-aggregate.ts'
import { LEVEL } from '../families/quantile-of.ts'
import { centralMoments } from '../measures/central-moments.ts'
import { extent } from '../measures/extent.ts'
import { powerSums } from '../measures/power-sums.ts'
import { rowSample, SAMPLE, sampled } from '../measures/row-sample.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofColumn(
  'expect_column_value_z_scores_to_be_less_than',
  z.strictObject({ threshold: z.number().positive(), double_sided: z.boolean().default(true) }),
)

/**
 * No value, or no more than a share of them, lies further from the mean than so many standard deviations. That none does is
 * told exactly, by the extremes; how many do, of more than 20 000 rows, by a sample of them, with an interval.
 */
export const outliers = defineCheck({
  id: 'outliers',
  title: 'Values lie within so many standard deviations of the mean',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).map(rule => ({
      ...rule,
      title: `Values of ${shown(rule.column.name)} lie ${rule.options.double_sided ? 'within' : 'less than'} ${rule.options.threshold} standard deviations ${rule.options.double_sided ? 'of' : 'above'} the mean`,
    })),
  measures: ({ column }) => ({
    powers: powerSums(column, 2),
    values: extent(column),
    sample: rowSample([column]),
  }),
  finish(rule, { powers, values, sample }) {
    const { column, options, tolerance } = rule
    const fail = tolerance?.fail ?? NONE
    const most = 'share' in fail ? fail.share : fail.rows / Math.max(1, powers.n)
    const asked = { ...rule, options: { max_value: most } }
    const subject = `The share of outliers of ${shown(column.name)} (tolerated: ${limitWords(fail)})`
    const moments = centralMoments(powers)
    const deviation = moments?.variance === undefined ? 0 : Math.sqrt(moments.variance)
    if (!moments || deviation === 0) return finishBetween(asked, subject, noSpread(column))
    const isOutlier = (value: number) => {
      const score = (value - moments.mean) / deviation
      return (options.double_sided ? Math.abs(score) : score) >= options.threshold
    }
    if (!isOutlier(values.low) && !isOutlier(values.high))
      return finishBetween(asked, subject, { value: 0, n: powers.n })
    const drawn = sampled(sample).flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value]))
    const found = drawn.filter(isOutlier).length
    const share = { value: found / Math.max(1, drawn.length), n: drawn.length }
    if (sample.rows <= SAMPLE) return finishBetween(asked, subject, share)
    // At least one there is: the extremes have shown it.
    const { lower, upper } = clopperPearson(found, drawn.length, LEVEL)
    const interval = [Math.max(lower, 1 / powers.n), upper] as const
    return finishBetween(asked, subject, {
      ...share,
      value: Math.max(share.value, interval[0]),
      interval,
      level: LEVEL,
      method: 'clopper-pearson',
    })
  },
})
