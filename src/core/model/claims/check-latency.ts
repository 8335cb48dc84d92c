import type { Check } from '../../evidence.ts'
import { quantileRanks } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { counted, formatNumber } from '../format.ts'
import { numbersOf } from '../predictions/rows.ts'
import { levelOf, type Trial } from '../trial.ts'
import { FAILED, tooFew } from './answer.ts'
import type { Latency } from './claim.ts'
import { rowsNeeded } from './rows-needed.ts'

/** Holds a quantile of the rows' latencies against the budget, by an interval that holds whatever their distribution. */
export function checkLatency({ quantile, value: budget, alpha, leastRows }: Latency, trial: Trial): Omit<Check, 'id'> {
  const { settings, rows } = trial
  const name = `p${Math.round(100 * quantile)}`
  const title = `Latency ${name} at most ${formatNumber(budget)} ms`
  const required = { comparator: '<=' as const, value: budget, unit: 'ms' }
  const undecided = (reason: string, hint: string): Omit<Check, 'id'> => ({
    title,
    required,
    status: 'inconclusive',
    reason,
    hint,
  })
  const level = levelOf(settings, alpha)
  const sorted = numbersOf(rows, 'latency').toSorted()
  const few = tooFew(rows.n, undefined, leastRows)
  if (few !== undefined) return undecided(few, 'Measure more predictions')
  const ranks = quantileRanks(rows.n, quantile, level)
  const at = (rank: number) => sorted[rank - 1] ?? Number.NaN
  const value = at(Math.max(1, Math.ceil(quantile * rows.n)))
  const lower = ranks.lower === undefined ? 0 : at(ranks.lower)
  const upper = ranks.upper === undefined ? undefined : at(ranks.upper)
  const measured = {
    value,
    unit: 'ms',
    ...(upper === undefined ? {} : { interval: [lower, upper] satisfies [number, number], level }),
    method: 'order statistics',
    n: rows.n,
  }
  if (lower > budget)
    return {
      ...undecided('', FAILED),
      measured,
      status: 'fail',
      reason: `The ${name} of the latencies is ${formatNumber(value)} ms, and at least ${formatNumber(lower)} ms of any such rows`,
    }
  if (upper === undefined)
    return {
      ...undecided(
        `${counted(rows.n, 'row')} are too few to bound the ${name} of the latencies from above`,
        `Measure at least ${grouped(leastToBound(quantile, level))} predictions`,
      ),
      measured,
    }
  const interval = [lower, upper] as const
  const said = `The interval of the ${name} [${formatNumber(lower, budget)}, ${formatNumber(upper, budget)}] ms`
  if (upper <= budget)
    return { title, measured, required, status: 'pass', reason: `${said} lies at or below ${formatNumber(budget)} ms` }
  return {
    ...undecided(
      `${said} contains ${formatNumber(budget)} ms`,
      rowsNeeded(value, interval, budget, rows.n).replace('labelled row', 'measured row'),
    ),
    measured,
  }
}

/** Rows from which on the largest value is an upper end: the chance that all lie below the quantile is small enough. */
const leastToBound = (quantile: number, level: number) => Math.ceil(Math.log((1 - level) / 2) / Math.log(quantile))
