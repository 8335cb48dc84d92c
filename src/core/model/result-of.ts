import type { AnsweredClaim } from './claims/check-claims.ts'
import type { ModelResult } from './result.ts'
import { shownEstimate } from './shown-estimate.ts'
import type { Judged, Task } from './task.ts'

interface Computed extends Pick<ModelResult, 'slices' | 'fairness' | 'calibration'> {
  readonly task: Task
  readonly rows: number
  readonly threshold: number
  /** Absent where the predictions are faulty. */
  readonly judged: Judged | undefined
  readonly answered: readonly AnsweredClaim[]
}

/** The gate's tables. */
export function resultOf({ task, rows, threshold, judged, answered, ...parts }: Computed): ModelResult {
  return {
    task: task.id,
    n: rows,
    positives: null,
    threshold,
    confusion: null,
    ...judged?.figures,
    metrics: task.metrics.flatMap(({ id, title, better }) => {
      const estimate = judged?.challenger.get(id)
      const its = judged?.champion?.get(id)
      if (!judged || !estimate || estimate.unasked) return []
      return [{ id, title, better, ...shownEstimate(estimate, judged.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: task.metrics.flatMap(({ id, title }) => {
      const gain = judged?.gains.get(id)
      if (!judged || !gain || gain.unasked) return []
      const { equality } = gain
      return [{ id, title, ...shownEstimate(gain, judged.level), ...(equality ? { equality } : {}) }]
    }),
    claims: [...answered],
    ...parts,
  }
}
