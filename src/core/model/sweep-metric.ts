import { resampledMetric } from './estimators/resampled-metric.ts'
import type { Evaluation } from './evaluation.ts'
import type { MetricInfo } from './metric.ts'
import type { Ranked } from './roc/ranked.ts'
import { rankedScores } from './roc/ranked-scores.ts'

type OfSweep = MetricInfo & {
  /** From the rows by score and their weights by place; NaN where undefined. */
  value(rows: Ranked, weights: Float64Array, model: Evaluation): number
}

/** A metric of two classes that depends on the order of the scores. */
export const sweepMetric = ({ value, ...info }: OfSweep) =>
  resampledMetric<Evaluation>({
    ...info,
    ordered(model) {
      const rows = rankedScores(model)
      return { orders: [rows.order], value: ([weights = NONE]) => value(rows, weights, model) }
    },
  })

const NONE = new Float64Array()
