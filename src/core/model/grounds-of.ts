import type { Grounds } from './claims/grounds.ts'
import type { Evaluation } from './evaluation.ts'
import { isComparable, type Metric } from './metric.ts'
import * as metrics from './metrics/index.ts'

const METRICS: readonly Metric[] = Object.values(metrics)

/** Every metric of the model, of the champion on the same rows where there is one, and the differences. */
export function groundsOf(model: Evaluation, champion: Evaluation | undefined, level: number): Grounds {
  const estimates = (of: Evaluation) => new Map(METRICS.map(metric => [metric.id, metric.estimate(of, level)]))
  const comparable = METRICS.filter(isComparable)
  return {
    positives: model.positives.length,
    negatives: model.negatives.length,
    level,
    challenger: estimates(model),
    ...(champion ? { champion: estimates(champion) } : {}),
    gains: new Map(champion ? comparable.map(metric => [metric.id, metric.compare(model, champion, level)]) : []),
  }
}
