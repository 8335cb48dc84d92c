import { resampledMetric } from './estimators/resampled-metric.ts'
import type { Evaluation } from './evaluation.ts'
import type { MetricInfo } from './metric.ts'
import type { Ranked } from './roc/ranked.ts'
import { rankedScores } from './roc/ranked-scores.ts'
import type { Scores } from './scores.ts'

type OfSweep = MetricInfo & {
  /** From the rows by score and their weights by place; NaN where undefined. */
  value(rows: Ranked, weights: Float64Array, model: Evaluation): number
}

/** A metric of two classes that depends on the order of the scores. */
export const sweepMetric = ({ value, ...info }: OfSweep) =>
  resampledMetric<Evaluation>({
    ...info,
    ordered(model) {
      const swept = (scores: Scores) => {
        const rows = rankedScores(scores)
        return {
          orders: [rows.order],
          value: ([weights = NONE]: readonly Float64Array[]) => value(rows, weights, model),
        }
      }
      return {
        ...swept(model),
        of: some => ({ kind: 'weighted', rows: some.length, ...swept(someOf(model, some)) }),
      }
    },
  })

/** Scores of some of the rows: ascending numbers, the positives' before the negatives'. */
function someOf({ positives, negatives }: Scores, some: Uint32Array): Scores {
  const first = some.findIndex(row => row >= positives.length)
  const ones = first === -1 ? some.length : first
  return {
    positives: Float64Array.from(some.subarray(0, ones), row => positives[row] ?? Number.NaN),
    negatives: Float64Array.from(some.subarray(ones), row => negatives[row - positives.length] ?? Number.NaN),
  }
}

const NONE = new Float64Array()
