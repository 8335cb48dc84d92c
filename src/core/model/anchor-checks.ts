import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import { checkClaim } from './claims/check-claim.ts'
import type { Claim } from './claims/claim.ts'
import { formatNumber } from './format.ts'
import { defaultMargin } from './metric.ts'
import type { Rows } from './predictions/rows.ts'
import type { Task } from './task.ts'

interface Anchored {
  readonly task: Task
  readonly model: Rows
  /** The anchor's predictions of the same rows. */
  readonly anchor: Rows
  readonly claims: readonly Claim[]
  /** How many times a claim's margin all models since may have lost together. */
  readonly budget: number
  readonly settings: Settings['certify']
}

/**
 * Every claim on the champion once more, on the model of the oldest certificate that is still valid, with a budget in the margin's place:
 * a champion that gave way a little each time cannot lead far from what was once certified.
 */
export function anchorChecks({ task, model, anchor, claims, budget, settings }: Anchored): Check[] {
  const judged = task.judge(model, anchor, settings, {
    wanted: claims.flatMap(claim => ('metric' in claim ? [claim.metric.id] : [])),
  })
  const comparisons = claims.flatMap(claim => (claim.kind === 'no-worse-than-champion' && !claim.scope ? [claim] : []))
  if (comparisons.length === 0) return [NOTHING_COMPARED]
  const ids = new Set<string>()
  return comparisons.flatMap(claim => {
    const { metric } = claim
    const id = `${metric.id}.no-worse-than-anchor`
    if (ids.has(id)) return []
    ids.add(id)
    const its = judged.champion?.get(metric.id)?.value ?? Number.NaN
    const allowed = budget * (claim.margin ?? defaultMargin(metric, its))
    const { title: _, ...answer } = checkClaim({ ...claim, margin: allowed }, judged)
    return [
      {
        id,
        title: `${metric.title} within the budget since the oldest valid certificate (${formatNumber(allowed)})`,
        ...answer,
      },
    ]
  })
}

const NOTHING_COMPARED: Check = {
  id: 'anchor.unused',
  title: 'Claims on the anchor',
  status: 'warn',
  reason: 'An anchor is set but no claim compares with a champion, so none is held against the anchor',
  hint: 'Add a claim such as "auc no worse than champion by 0.01"',
}
