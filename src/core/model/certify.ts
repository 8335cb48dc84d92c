import type { Check, Findings } from '../evidence.ts'
import { checkClaims } from './claims/check-claims.ts'
import type { Claim } from './claims/claim.ts'
import { evaluate } from './evaluation.ts'
import { groundsOf } from './grounds-of.ts'
import type { CollectedPredictions } from './predictions/collect-predictions.ts'
import { pairPredictions } from './predictions/pair-predictions.ts'
import { resultOf } from './result-of.ts'
import { byClass } from './scores.ts'

/** What is asked of the predictions. */
export interface Demands {
  readonly threshold: number
  /** Two-sided level of every interval. */
  readonly level: number
  readonly claims: readonly Claim[]
}

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
export function certify(
  challenger: CollectedPredictions,
  champion: CollectedPredictions | undefined,
  { threshold, level, claims }: Demands,
): Omit<Findings<'model-certify'>, 'materials'> {
  const own = challenger.predictions
  const pairing = own && champion?.predictions ? pairPredictions(own, champion.predictions) : undefined
  const model = own && evaluate(byClass(own.labels, own.scores), threshold)
  const rival = own && pairing?.scores && evaluate(byClass(own.labels, pairing.scores), threshold)
  const grounds = model && groundsOf(model, rival, level)
  const { checks, answered } = checkClaims(claims, grounds)
  return {
    checks: [
      ...challenger.checks,
      ...(champion?.checks ?? []),
      ...(pairing?.checks ?? []),
      ...(champion ? unused(champion, claims) : []),
      ...checks,
    ],
    result: resultOf({ rows: challenger.rows, threshold, model, grounds, answered }),
  }
}

/** A champion that no claim compares with is probably a claim forgotten. */
function unused({ source }: CollectedPredictions, claims: readonly Claim[]): Check[] {
  if (claims.some(claim => claim.kind === 'no-worse-than-champion')) return []
  return [
    {
      id: 'champion.unused',
      title: 'Claims on the champion',
      status: 'warn',
      reason: `The champion's predictions ${source.file} are given but no claim compares with them`,
      hint: 'Add a claim such as "auc no worse than champion by 0.01"',
    },
  ]
}
