import type { AnsweredClaim } from './claims/check-claims.ts'
import type { Grounds } from './claims/grounds.ts'
import type { Estimate } from './estimate.ts'
import type { Evaluation } from './evaluation.ts'
import type { Metric } from './metric.ts'
import * as metrics from './metrics/index.ts'
import type { ModelResult } from './result.ts'

const METRICS: readonly Metric[] = Object.values(metrics)

interface Computed {
  readonly rows: number
  readonly threshold: number
  /** Absent where the predictions are faulty. */
  readonly model: Evaluation | undefined
  readonly grounds: Grounds | undefined
  readonly answered: readonly AnsweredClaim[]
}

/** The gate's tables. */
export function resultOf({ rows, threshold, model, grounds, answered }: Computed): ModelResult {
  return {
    task: 'binary',
    n: rows,
    positives: model?.positives.length ?? null,
    threshold,
    confusion: model?.confusion ?? null,
    metrics: METRICS.flatMap(({ id, title, better }) => {
      const estimate = grounds?.challenger.get(id)
      const its = grounds?.champion?.get(id)
      if (!grounds || !estimate) return []
      return [{ id, title, better, ...shown(estimate, grounds.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: METRICS.flatMap(({ id, title }) => {
      const gain = grounds?.gains.get(id)
      return grounds && gain ? [{ id, title, ...shown(gain, grounds.level) }] : []
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
