import type { AnsweredClaim } from './claims/check-claims.ts'
import type { Estimate } from './estimate.ts'
import type { ModelResult } from './result.ts'
import type { Judged, Task } from './task.ts'

interface Computed {
  readonly task: Task
  readonly rows: number
  readonly threshold: number
  /** Absent where the predictions are faulty. */
  readonly judged: Judged | undefined
  readonly answered: readonly AnsweredClaim[]
}

/** The gate's tables. */
export function resultOf({ task, rows, threshold, judged, answered }: Computed): ModelResult {
  return {
    task: task.id,
    n: rows,
    positives: judged?.figures.positives ?? null,
    threshold,
    confusion: judged?.figures.confusion ?? null,
    metrics: task.metrics.flatMap(({ id, title, better }) => {
      const estimate = judged?.challenger.get(id)
      const its = judged?.champion?.get(id)
      if (!judged || !estimate) return []
      return [{ id, title, better, ...shown(estimate, judged.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: task.metrics.flatMap(({ id, title }) => {
      const gain = judged?.gains.get(id)
      return judged && gain ? [{ id, title, ...shown(gain, judged.level) }] : []
    }),
    claims: [...answered],
  }
}

const shown = ({ value, n, interval, method, standardError }: Estimate, level: number) => ({
  value,
  n,
  ...(interval ? { interval: [...interval] satisfies [number, number], level } : {}),
  ...(method === undefined ? {} : { method }),
  ...(standardError === undefined ? {} : { standardError }),
})
