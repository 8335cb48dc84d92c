import { resampledMetric } from './estimators/resampled-metric.ts'
import type { Evaluation } from './evaluation.ts'
import type { Metric, MetricInfo } from './metric.ts'
import { type RankedClasses, rankedClasses } from './roc/ranked-classes.ts'
import { rankedScores } from './roc/ranked-scores.ts'
import type { Scores } from './scores.ts'

type OfSweep = MetricInfo &
  Pick<Metric<Evaluation>, 'parameter'> & {
    /** From the classes by score and the rows' weights by place; NaN where undefined. */
    value(rows: RankedClasses, weights: Float64Array, model: Evaluation): number
  }

/** A metric of two classes that depends on the order of the scores. */
export const sweepMetric = ({ value, ...info }: OfSweep) =>
  resampledMetric<Evaluation>({
    ...info,
    ordered: model => ({
      // Which row stands where takes longest to tell, and is asked only where rows count differently.
      get orders() {
        return [rankedScores(model).order]
      },
      value: ([weights = NONE]) => value(rankedScores(model), weights, model),
      plain: () => value(rankedClasses(model), new Float64Array(model.n).fill(1), model),
      of(some) {
        const rows = rankedScores(someOf(model, some))
        const ofSome = ([weights = NONE]: readonly Float64Array[]) => value(rows, weights, model)
        return { kind: 'weighted', rows: some.length, orders: [rows.order], value: ofSome }
      },
    }),
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
