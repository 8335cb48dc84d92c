import type { Check } from '../../evidence.ts'
import type { Grounds } from '../grounds.ts'
import type { SliceRow } from '../result.ts'
import { checkEverySlice } from '../slices/check-every-slice.ts'
import { selectSlice } from '../slices/select-slice.ts'
import { sliceRow } from '../slices/slice-row.ts'
import { levelOf } from '../trial.ts'
import { UNTESTED } from './answer.ts'
import { checkClaim } from './check-claim.ts'
import { checkForm } from './check-form.ts'
import { type Claim, isComparison, isOnMetric, type MetricClaim } from './claim.ts'
import { questionOf } from './question.ts'
import { scopeText } from './scope.ts'

/** A claim as it was written, and the id of the check that answers it. */
export interface AnsweredClaim {
  readonly claim: string
  readonly check: string
}

/** The answers to all claims. */
export interface Answers {
  readonly checks: readonly Check[]
  readonly answered: readonly AnsweredClaim[]
  /** The slices that claims are about. */
  readonly slices: readonly SliceRow[]
}

/** A check per claim, `auc.floor`, a second one on the same metric `auc.floor-2`; of no claims one that says so. */
export function checkClaims(claims: readonly Claim[], grounds: Grounds): Answers {
  if (claims.length === 0) return { checks: [NOTHING_REQUIRED], answered: [], slices: [] }
  const seen = new Map<string, number>()
  const answers = claims.map(claim => {
    const name = nameOf(claim)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const { check, slices } = isOnMetric(claim)
      ? onMetric(claim, grounds)
      : { check: checkForm(claim, grounds), slices: [] }
    return { check: { id: count === 1 ? name : `${name}-${count}`, ...check }, slices }
  })
  return {
    checks: answers.map(({ check }) => check),
    answered: claims.map(({ text }, index) => ({ claim: text, check: answers[index]?.check.id ?? '' })),
    slices: answers.flatMap(({ slices }) => slices),
  }
}

/** What a claim asks for, without the numbers, so that a claim that is made stricter keeps its check's id. */
function nameOf(claim: Claim): string {
  if (!isOnMetric(claim)) return 'by' in claim ? `${claim.kind}.${claim.by.join('+')}` : claim.kind
  const on = claim.scope
    ? `.${scopeText(claim.scope)
        .replace(/ ?([<>=!]+) ?/g, '$1')
        .replaceAll(' ', '-')}`
    : ''
  return `${claim.metric.id}.${claim.kind}${on.slice(0, 200)}`
}

interface OnMetric {
  readonly check: Omit<Check, 'id'>
  readonly slices: readonly SliceRow[]
}

function onMetric(claim: MetricClaim, { trial }: Grounds): OnMetric {
  const { scope, alpha, metric } = claim
  if (!trial) return { check: { title: questionOf(claim, undefined).title, ...UNTESTED }, slices: [] }
  const level = levelOf(trial.settings, alpha)
  const gain = isComparison(claim)
  if (!scope) return { check: checkClaim(claim, trial.judge(undefined, level, [metric.id])), slices: [] }
  if (scope.kind === 'every') {
    const { check, slices } = checkEverySlice(claim, scope.columns, trial)
    const columns = scope.columns.join(', ')
    return {
      check,
      slices: slices.map(({ group, judged, question, status }) =>
        sliceRow({ columns, slice: group.name, metric, judged, estimate: question.estimate, status, gain }),
      ),
    }
  }
  const slice = selectSlice(trial.rows, scope.conditions)
  if ('gap' in slice) {
    const { gap: reason, hint } = slice
    const { title } = questionOf(claim, trial.judge(undefined, level, [metric.id]))
    return { check: { title, status: 'inconclusive', reason, hint }, slices: [] }
  }
  const judged = trial.judge(slice.chosen, level, [metric.id])
  const check = checkClaim(claim, judged)
  const { estimate } = questionOf(claim, judged)
  const row = { columns: '', slice: scopeText(scope), metric, judged, estimate, status: check.status, gain }
  return { check, slices: [sliceRow(row)] }
}

const NOTHING_REQUIRED: Check = {
  id: 'claims.none',
  title: 'Claims on the model',
  status: 'inconclusive',
  reason: 'Nothing was required of the model: there is no claim',
  hint: 'Add a claim to certify.claims, e.g. "auc >= 0.80"',
}
