import { z } from 'zod'
import { newcombe } from '../../stats/intervals/newcombe.ts'
import { grouped } from '../../wording/grouped.ts'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { crossTable, MAX_PAIRS, pairCounts } from '../measures/pair-counts.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween, type Measurement } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const LEVEL = 0.95
const Scalar = z.union([z.string(), z.number(), z.boolean()])
const expectation = ofTable(
  'expect_group_rates_to_differ_by_at_most',
  z.strictObject({
    group: z.string(),
    label: z.string(),
    positive: Scalar,
    max_value: z.number().min(0).max(1),
    min_rows: z.int().positive().default(30),
  }),
  ({ group, label }) => [group, label],
)

/** The share of a label's positive class differs by no more than so much between the groups of another column; smaller groups are passed over. */
export const groupRates = defineCheck({
  id: 'group-rates',
  title: 'The share of a class differs little between groups',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [group, label] = rule.columns
      if (!group || !label) return []
      const { positive, max_value } = rule.options
      const subject = `The difference of the shares of ${shown(String(positive))} between groups of ${shown(group.name)}`
      return [{ ...rule, group, label, subject, title: `${subject} is at most ${max_value}` }]
    }),
  measures: ({ group, label }) => ({ pairs: pairCounts(group, label) }),
  finish(rule, { pairs: { counts } }) {
    if (!counts)
      return finishBetween(rule, rule.subject, `There are more than ${grouped(MAX_PAIRS)} pairs of group and label`)
    return finishBetween(rule, rule.subject, widest(counts, rule.options))
  },
})

/** The difference between the groups with the highest and the lowest rate, with Newcombe's interval. */
function widest(
  counts: ReadonlyMap<string, number>,
  { positive, min_rows }: { readonly positive: unknown; readonly min_rows: number },
): Measurement | string {
  const groups = [...crossTable(counts).values()]
    .map(row => {
      const n = [...row.values()].reduce((sum, count) => sum + count, 0)
      const k = row.get(String(positive)) ?? 0
      return { n, k, rate: k / n }
    })
    .filter(({ n }) => n >= min_rows)
    .toSorted((a, b) => a.rate - b.rate)
  const [low, high] = [groups[0], groups.at(-1)]
  if (!low || !high || groups.length < 2) return `Fewer than two groups have ${grouped(min_rows)} rows`
  if (groups.every(({ k }) => k === 0)) return `No row has the label ${shown(String(positive))}`
  const { lower, upper } = newcombe(high.k, high.n, low.k, low.n, LEVEL)
  const interval = [Math.max(0, lower), upper] as const
  return { value: high.rate - low.rate, n: high.n + low.n, interval, level: LEVEL, method: 'newcombe' }
}
