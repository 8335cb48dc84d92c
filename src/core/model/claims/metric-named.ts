import { closestMatch } from 'leven'
import type { Metric } from '../metric.ts'
import * as metrics from '../metrics/index.ts'

const BY_NAME = new Map<string, Metric>(
  Object.values(metrics).flatMap((metric: Metric) =>
    [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric] as const),
  ),
)

/** The metric of this id or alias (lower case, words joined by hyphens). */
export const metricNamed = (name: string): Metric | undefined => BY_NAME.get(name)

/** The id or alias that was probably meant. */
export const metricMeant = (name: string): string | undefined =>
  closestMatch(name, [...BY_NAME.keys()], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })

/** Ids of all metrics, sorted. */
export const metricIds = (): string[] =>
  Object.values(metrics)
    .map(metric => metric.id)
    .toSorted()
