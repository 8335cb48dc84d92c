import type { Check, Findings } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import { checkClaims } from './claims/check-claims.ts'
import type { Claim } from './claims/claim.ts'
import type { CollectedPredictions } from './predictions/check-predictions.ts'
import type { Pairing } from './predictions/pair-predictions.ts'
import { resultOf } from './result-of.ts'
import type { Task } from './task.ts'

/** What is asked of the predictions. */
export interface Demands {
  readonly task: Task
  readonly claims: readonly Claim[]
  readonly settings: Settings['certify']
  /** Digest of the files, in hex: what random numbers are drawn by. */
  readonly seed?: string
}

/** The predictions, and how those of both models go together. */
export interface Contenders {
  readonly challenger: CollectedPredictions
  readonly champion: CollectedPredictions | undefined
  /** Absent where either has none. */
  readonly pairing: Pairing | undefined
}

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
export function certify(
  { challenger, champion, pairing }: Contenders,
  { task, claims, settings, seed }: Demands,
): Omit<Findings<'model-certify'>, 'materials'> {
  const own = challenger.predictions
  const judged = own && task.judge(own.rows, pairing?.rows, settings, seed)
  const { checks, answered } = checkClaims(claims, judged)
  return {
    checks: [
      ...challenger.checks,
      ...(champion?.checks ?? []),
      ...(pairing?.checks ?? []),
      ...(champion ? unused(champion, claims) : []),
      ...checks,
    ],
    result: resultOf({ task, rows: challenger.rows, threshold: settings.threshold, judged, answered }),
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
