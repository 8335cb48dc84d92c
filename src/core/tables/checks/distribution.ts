import { z } from 'zod'
import { ks1samp } from '../../stats/tests/ks-1samp.ts'
import { grouped } from '../../wording/grouped.ts'
import { powerAbove } from '../../wording/power-above.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { noMeasure } from '../families/define-aggregate.ts'
import { DISTRIBUTION_NAMES, namedDistribution } from '../families/named-distribution.ts'
import { rowSample, SAMPLE, sampled } from '../measures/row-sample.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween } from '../verdicts/finish-between.ts'
import { count } from '../wording/count.ts'
import { shown } from '../wording/shown.ts'

/** Of fewer values nearly every distribution would pass. */
const FEWEST = 20

const expectation = ofColumn(
  'expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than',
  z
    .strictObject({
      distribution: z.enum(DISTRIBUTION_NAMES, { error: `one of ${DISTRIBUTION_NAMES.join(', ')}` }),
      params: z.record(z.string(), z.number()),
      p_value: z.number().gt(0).lt(1).default(0.05),
    })
    .refine(({ distribution, params }) => namedDistribution(distribution, params) !== undefined, {
      error: 'the parameters of its distribution',
      path: ['params'],
    }),
)

/**
 * The values of a column are distributed as the contract says, by the one-sample Kolmogorov–Smirnov test; of more than
 * 20 000 rows, by a sample of them. To compare two tables, which are both samples, drift-compare is the tool.
 */
export const distribution = defineCheck({
  id: 'distribution',
  title: 'The values of a column are distributed as the contract says (Kolmogorov–Smirnov)',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).map(rule => {
      const { distribution: name, params, p_value } = rule.options
      const words = `${name}(${Object.entries(params)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')})`
      return {
        ...rule,
        title: `${shown(rule.column.name)} is distributed as ${words}, p above ${p_value}`,
        subject: `The p-value of ${shown(rule.column.name)} against ${words}`,
        cdf: namedDistribution(name, params),
        options: { min_value: p_value, strict_min: true },
      }
    }),
  measures: ({ column }) => ({ sample: rowSample([column]) }),
  finish(rule, { sample }) {
    const { column, cdf, subject } = rule
    const values = sampled(sample).flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value]))
    const n = values.length
    if (n === 0 || !cdf || !column.reader) return finishBetween(rule, subject, noMeasure(column))
    if (n < FEWEST)
      return finishBetween(rule, subject, `${shown(column.name)} has ${count(n, 'value')}, too few for the test`)
    const { statistic, pValue } = ks1samp(values, cdf)
    const isDrawn = sample.rows > SAMPLE
    const p = pValue < 0.001 ? `below ${powerAbove(pValue)}` : Number(pValue.toPrecision(4))
    const drawn = isDrawn ? `, of ${grouped(SAMPLE)} sampled rows` : ''
    return finishBetween(rule, subject, {
      value: pValue,
      n,
      method: `kolmogorov-smirnov${isDrawn ? `, of ${SAMPLE} sampled rows` : ''}`,
      words: `${p} (distance ${Number(statistic.toPrecision(4))}${drawn})`,
    })
  },
})
