import { meanMetric } from '../estimators/mean-metric.ts'
import type { MetricInfo } from '../metric.ts'
import type { MultilabelEvaluation } from './multilabel-evaluation.ts'

/** Labels of one row. */
export interface RowLabels {
  readonly truth: ArrayLike<number>
  readonly predicted: ArrayLike<number>
  readonly probabilities: ArrayLike<number>
}

/** A metric that is the mean over the rows of a number that their labels give. */
export const rowMetric = ({ value, ...info }: MetricInfo & { value(row: RowLabels): number }) =>
  meanMetric<MultilabelEvaluation>({
    ...info,
    rows({ n, truth, predicted, probabilities }) {
      const at = (columns: readonly Float64Array[], row: number) => columns.map(column => column[row] ?? Number.NaN)
      return Float64Array.from({ length: n }, (_, row) =>
        value({ truth: at(truth, row), predicted: at(predicted, row), probabilities: at(probabilities, row) }),
      )
    },
  })
