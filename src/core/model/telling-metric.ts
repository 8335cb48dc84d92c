import type { MetricInfo } from './metric.ts'
import type { Task } from './task.ts'

/** The metric by which the task tells a model from a guess that knows nothing of the row. */
export function tellingMetric({ metrics }: Task): (MetricInfo & { readonly naive: number }) | undefined {
  const metric = metrics.find(({ naive }) => naive !== undefined)
  return metric?.naive === undefined ? undefined : { ...metric, naive: metric.naive }
}
