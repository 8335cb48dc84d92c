import type { Evaluation } from './evaluation.ts'
import type { Metric } from './metric.ts'

export const defineBinaryMetric = <M extends Metric<Evaluation>>(metric: M): M => metric
