import type { MetricInfo } from '../model/metric.ts'
import * as metricsByTask from '../model/metrics/index.ts'
import { INTERVAL, ROWS_NEEDED } from './decided.ts'
import { codeAt, definition } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { registered } from './registered.ts'
import { sourceOf } from './sources.ts'

const GATE = 'model-certify'

const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  zero: 'nearer to 0 is better, whichever the sign',
} as const

const BY_TASK: Readonly<Record<string, Readonly<Record<string, MetricInfo>>>> = metricsByTask

/** The metrics of every task. */
export const metrics: readonly Explanation[] = Object.entries(BY_TASK)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([task, own]) =>
    registered(own).map((metric): Explanation => {
      const path = `model/metrics/${task}/${metric.id}`
      const [least, greatest] = metric.range
      const range =
        Number.isFinite(least) || Number.isFinite(greatest)
          ? ` It lies between ${bound(least)} and ${bound(greatest)}.`
          : ''
      return {
        id: metric.id,
        kind: 'metric',
        gate: GATE,
        of: task,
        also: metric.aliases ?? [],
        title: metric.title,
        means: `${metric.title}, for ${task} models: ${BETTER[metric.better]}.${range}${metric.naive === undefined ? '' : ` A guess that knows nothing of the row gets ${metric.naive}.`}`,
        computed: `${definition(path)} ${INTERVAL}`,
        source: sourceOf(metric.id, codeAt(path)),
        remedy: `A claim on it that fails: look at the slices and at the rows with the largest errors, train again, or lower the bar on the base branch with a reason. ${ROWS_NEEDED}`,
      }
    }),
  )

function bound(end: number): string {
  if (Number.isFinite(end)) return `${Number(end.toPrecision(4))}`
  return end < 0 ? 'no bound below' : 'no bound above'
}
