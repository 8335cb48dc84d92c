import type { Check } from '../../evidence.ts'
import type { Judged } from '../task.ts'
import { answer, measuredOf, UNTESTED } from './answer.ts'
import type { MetricClaim } from './claim.ts'
import { questionOf } from './question.ts'

/** The answer to a claim on a metric, of a model on the rows that the claim is about. */
export function checkClaim(claim: MetricClaim, judged: Judged | undefined): Omit<Check, 'id'> {
  const question = questionOf(claim, judged)
  const { title, comparator, threshold, estimate } = question
  const said = judged ? answer(question, { ...judged, leastRows: claim.leastRows }) : UNTESTED
  return {
    title,
    ...(judged && estimate ? { measured: measuredOf(estimate, judged.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    ...said,
    ...(claim.scope && said.hint ? { hint: said.hint.replace(/more labelled rows?/, '$& of the slice') } : {}),
  }
}
