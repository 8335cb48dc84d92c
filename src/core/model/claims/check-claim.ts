import type { Check, Measured } from '../../evidence.ts'
import type { Estimate } from '../estimate.ts'
import { formatNumber } from '../format.ts'
import type { Judged } from '../task.ts'
import type { Claim } from './claim.ts'
import { judge } from './judge.ts'
import { type Question, questionOf } from './question.ts'
import { rowsNeeded } from './rows-needed.ts'

/** The answer to a claim: decided by the interval, and inconclusive whenever there is none or too little to go by. */
export function checkClaim(claim: Claim, judged: Judged | undefined): Omit<Check, 'id'> {
  const question = questionOf(claim, judged)
  const { title, comparator, threshold, estimate } = question
  return {
    title,
    ...(judged && estimate ? { measured: measuredOf(estimate, judged.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    ...answer(question, judged),
  }
}

type Answer = Pick<Check, 'status' | 'reason' | 'hint'>

function answer(
  { comparator, threshold, estimate, subject, requirement }: Question,
  judged: Judged | undefined,
): Answer {
  if (!judged || !estimate || threshold === undefined)
    return {
      status: 'inconclusive',
      reason: 'Not put to the test, because the predictions it needs cannot be used',
      hint: 'Mend the faults that the other checks name',
    }
  if (judged.shortage !== undefined)
    return { status: 'inconclusive', reason: judged.shortage, hint: 'Add labelled rows to the hold-out' }
  if (!estimate.interval || estimate.value === null)
    return {
      status: 'inconclusive',
      reason: `There is no interval to hold against ${requirement}: ${estimate.gap}`,
      hint: 'Change the threshold, or choose a metric that is defined on these rows',
    }
  const status = judge(estimate.interval, comparator, threshold)
  const [lower, upper] = estimate.interval.map(end => formatNumber(end, threshold))
  const beyond = comparator === '>=' ? 'below' : 'above'
  const within = comparator === '>=' ? 'at or above' : 'at or below'
  const where = { pass: `lies ${within}`, fail: `lies ${beyond}`, inconclusive: 'contains', warn: 'contains' }[status]
  return {
    status,
    reason: `${subject} [${lower}, ${upper}] ${where} ${requirement}`,
    ...(status === 'pass'
      ? {}
      : { hint: status === 'fail' ? FAILED : rowsNeeded(estimate.value, estimate.interval, threshold, judged.rows) }),
  }
}

const FAILED = 'More rows are unlikely to change this: improve the model, or give a reason for a weaker claim'

const measuredOf = ({ value, n, interval, method }: Estimate, level: number): Measured => ({
  value,
  ...(interval ? { interval: [...interval], level } : {}),
  ...(method === undefined ? {} : { method }),
  n,
})
