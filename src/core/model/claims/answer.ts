import type { Check, Measured } from '../../evidence.ts'
import type { Estimate } from '../estimate.ts'
import { counted, formatNumber } from '../format.ts'
import { type Comparator, judge } from './judge.ts'
import type { Question } from './question.ts'
import { rowsNeeded } from './rows-needed.ts'

/** What a check says of its question. */
export type Answer = Pick<Check, 'status' | 'reason' | 'hint'>

/** The answer where the predictions are at fault. */
export const UNTESTED: Answer = {
  status: 'inconclusive',
  reason: 'Not put to the test, because the predictions it needs cannot be used',
  hint: 'Mend the faults that the other checks name',
}

/** What an answer rests on besides the estimate: the rows, and why they are too few where they are. */
interface Basis {
  readonly rows: number
  readonly shortage?: string | undefined
  /** Rows that the claim asks for. */
  readonly leastRows?: number | undefined
}

/** Decided by the interval, and inconclusive whenever there is none or too little to go by. */
export function answer(
  { comparator, threshold, estimate, subject, requirement }: Question,
  { rows, shortage, leastRows }: Basis,
): Answer {
  if (!estimate || threshold === undefined) return UNTESTED
  const few = tooFew(rows, shortage, leastRows)
  if (few !== undefined) return { status: 'inconclusive', reason: few, hint: 'Add labelled rows to the hold-out' }
  if (!estimate.interval || estimate.value === null)
    return {
      status: 'inconclusive',
      reason: `There is no interval to hold against ${requirement}: ${estimate.gap}`,
      hint: 'Change the threshold, or choose a metric that is defined on these rows',
    }
  const status = judge(estimate.interval, comparator, threshold)
  return {
    status,
    reason: `${subject} ${lies({ ...estimate, interval: estimate.interval }, comparator, threshold)} ${requirement}`,
    ...(status === 'pass'
      ? {}
      : { hint: status === 'fail' ? FAILED : rowsNeeded(estimate.value, estimate.interval, threshold, rows) }),
  }
}

/** Why the rows are too few, as a sentence. */
export const tooFew = (rows: number, shortage: string | undefined, leastRows = 0): string | undefined =>
  shortage ??
  (rows < leastRows ? `Expected at least ${counted(leastRows, 'row')} but found ${counted(rows, 'row')}` : undefined)

/** `[0.8, 0.9] lies at or above`: an interval, and how it lies to a threshold. */
export function lies(
  { interval }: { readonly interval: readonly [number, number] },
  comparator: Comparator,
  threshold: number,
): string {
  const status = judge(interval, comparator, threshold)
  const [lower, upper] = interval.map(end => formatNumber(end, threshold))
  const within = { '>=': 'at or above', '<=': 'at or below', '>': 'above' }[comparator]
  const beyond = { '>=': 'below', '<=': 'above', '>': 'at or below' }[comparator]
  const where = { pass: `lies ${within}`, fail: `lies ${beyond}`, inconclusive: 'contains', warn: 'contains' }[status]
  return `[${lower}, ${upper}] ${where}`
}

/** What to do about a claim that has failed. */
export const FAILED = 'More rows are unlikely to change this: improve the model, or give a reason for a weaker claim'

export const measuredOf = ({ value, n, interval, method }: Estimate, level: number): Measured => ({
  value,
  ...(interval ? { interval: [...interval], level } : {}),
  ...(method === undefined ? {} : { method }),
  n,
})
