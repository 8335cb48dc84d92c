import type { Metric, MetricInfo } from '../metric.ts'
import { type ClassMatrix, classMatrix } from './class-matrix.ts'
import { matrixForm } from './matrix-form.ts'
import type { MulticlassEvaluation } from './multiclass-evaluation.ts'

/** A metric of the matrix of true and predicted classes; NaN where it is undefined. */
export const matrixMetric = ({
  value,
  ...info
}: MetricInfo & { value(matrix: ClassMatrix): number }): Metric<MulticlassEvaluation> => ({
  ...info,
  estimate(model) {
    const number = value(classMatrix(model))
    return Number.isNaN(number)
      ? { value: null, n: model.n, gap: 'all rows are of one class or predicted to be' }
      : { value: number, n: model.n }
  },
  form: model => matrixForm(model, value),
})
