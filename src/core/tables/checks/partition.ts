import { z } from 'zod'
import { chiSquared } from '../../stats/distributions/chi-squared.ts'
import { grouped } from '../../wording/grouped.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { categories, MAX_CATEGORIES } from '../measures/categories.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween, type Measurement } from '../verdicts/finish-between.ts'
import { count } from '../wording/count.ts'
import { shown } from '../wording/shown.ts'

const Partition = z
  .strictObject({
    values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(2),
    weights: z.array(z.number().positive()).min(2),
  })
  .refine(({ values, weights }) => values.length === weights.length, { error: 'as many weights as values' })
  .refine(({ weights }) => Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-6, {
    error: 'weights that add up to 1',
  })
const divergence = ofColumn(
  'expect_column_kl_divergence_to_be_less_than',
  z.strictObject({ partition_object: Partition, threshold: z.number().positive() }),
)
const chiSquare = ofColumn(
  'expect_column_chisquare_test_p_value_to_be_greater_than',
  z.strictObject({ partition_object: Partition, p: z.number().gt(0).lt(1).default(0.05) }),
)

/**
 * The categories of a column are distributed as the contract says: by Kullback–Leibler's divergence (nats), or by the χ² test
 * of goodness of fit. To compare two tables, which are both samples, drift-compare is the tool.
 */
export const partition = defineCheck({
  id: 'partition',
  title: 'The categories of a column are distributed as the contract says',
  expectations: [divergence, chiSquare],
  rules: table => [
    ...expectedOf(table, divergence).map(rule => ({
      ...rule,
      title: `The divergence of ${shown(rule.column.name)} from its partition is less than ${rule.options.threshold}`,
      subject: `The divergence of ${shown(rule.column.name)} from its partition (Kullback–Leibler, nats)`,
      parts: rule.options.partition_object,
      options: { max_value: rule.options.threshold, strict_max: true },
      measured: kullbackLeibler,
    })),
    ...expectedOf(table, chiSquare).map(rule => ({
      ...rule,
      title: `${shown(rule.column.name)} fits its partition, p above ${rule.options.p}`,
      subject: `The p-value of ${shown(rule.column.name)} against its partition (χ²)`,
      parts: rule.options.partition_object,
      options: { min_value: rule.options.p, strict_min: true },
      measured: goodnessOfFit,
    })),
  ],
  measures: ({ column }) => ({ texts: categories(column) }),
  finish(rule, { texts: { counts } }) {
    const name = shown(rule.column.name)
    if (!counts)
      return finishBetween(rule, rule.subject, `${name} has more than ${grouped(MAX_CATEGORIES)} different values`)
    const known = new Map(rule.parts.values.map((value, i) => [String(value), rule.parts.weights[i] ?? 0]))
    const others = [...counts].filter(([text]) => !known.has(text)).reduce((sum, [, count]) => sum + count, 0)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (n === 0) return finishBetween(rule, rule.subject, `${name} has no values`)
    const cells = [...known].map(([text, weight]) => ({ observed: counts.get(text) ?? 0, weight }))
    return finishBetween(rule, rule.subject, rule.measured(cells, others, n))
  },
})

type Cells = readonly { readonly observed: number; readonly weight: number }[]

/** Infinite where a value occurs that the partition does not have. */
function kullbackLeibler(cells: Cells, others: number, n: number): Measurement {
  if (others > 0)
    return {
      value: Number.MAX_VALUE,
      n,
      method: 'kl',
      words: `infinite: it holds ${count(others, 'value')} outside the partition`,
    }
  const terms = cells.map(({ observed, weight }) =>
    observed === 0 ? 0 : (observed / n) * Math.log(observed / n / weight),
  )
  return { value: terms.reduce((sum, term) => sum + term, 0), n, method: 'kl' }
}

function goodnessOfFit(cells: Cells, others: number, n: number): Measurement | string {
  if (others > 0)
    return {
      value: 0,
      n,
      method: 'chi-squared goodness of fit',
      words: `0: it holds ${count(others, 'value')} outside the partition`,
    }
  if (cells.some(({ weight }) => n * weight < 5)) return 'A part of the partition is expected fewer than five times'
  const statistic = cells.reduce((sum, { observed, weight }) => sum + (observed - n * weight) ** 2 / (n * weight), 0)
  return { value: chiSquared(cells.length - 1).sf(statistic), n, method: 'chi-squared goodness of fit' }
}
