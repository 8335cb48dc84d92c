import { resampledMetric } from '../estimators/resampled-metric.ts'
import type { MetricInfo } from '../metric.ts'
import { type ClassMatrix, classMatrix } from './class-matrix.ts'
import type { MulticlassEvaluation } from './multiclass-evaluation.ts'

/** A metric of the matrix of true and predicted classes; NaN where it is undefined. */
export const matrixMetric = ({ value, ...info }: MetricInfo & { value(matrix: ClassMatrix): number }) =>
  resampledMetric<MulticlassEvaluation>({
    ...info,
    value:
      ({ truth, predicted, classes }) =>
      weights =>
        value(classMatrix(truth, predicted, classes.length, weights)),
  })
