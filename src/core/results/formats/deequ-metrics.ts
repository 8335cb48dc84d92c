import { z } from 'zod'
import { defineResultFormat, type ResultItem } from '../result-format.ts'

const Metric = z.object({
  entity: z.string(),
  instance: z.string(),
  name: z.string(),
  value: z.unknown().optional(),
})
/** One run of a repository of metrics. */
const Run = z.object({
  resultKey: z.object({ dataSetDate: z.number() }),
  analyzerContext: z.object({ metricMap: z.array(z.object({ metric: z.unknown() })) }),
})
const Recognised = z
  .array(z.union([z.object({ entity: z.string(), instance: z.string(), name: z.string() }), Run]))
  .min(1)

/** Metrics of Deequ: `successMetricsAsJson`, or the newest run of a repository file. Bounds come from the settings: the file has none. */
export const deequMetrics = defineResultFormat({
  id: 'deequ-metrics',
  tool: 'Deequ',
  title: 'the metrics of Deequ',
  gate: 'data-validate',
  isOnlyMeasured: true,
  hint: "Say what is required under 'data.result-thresholds', such as Completeness.age: '>= 0.95'",
  recognise: value => Recognised.safeParse(value).success,
  read(value) {
    const runs = z.array(Run).safeParse(value)
    if (!runs.success) return { items: z.array(Metric).parse(value).map(itemOf) }
    const newest = runs.data.reduce((a, b) => (b.resultKey.dataSetDate >= a.resultKey.dataSetDate ? b : a))
    const metrics = newest.analyzerContext.metricMap.flatMap(({ metric }) => Metric.safeParse(metric).data ?? [])
    return { items: metrics.map(itemOf) }
  },
})

function itemOf({ entity, instance, name, value }: z.infer<typeof Metric>): ResultItem {
  const number = typeof value === 'number' ? value : Number.NaN
  const of = entity === 'Dataset' ? '' : `.${instance}`
  return { id: `${name}${of}`, title: `${name}${of === '' ? '' : ` of ${instance}`}`, value: number, bounds: [] }
}
