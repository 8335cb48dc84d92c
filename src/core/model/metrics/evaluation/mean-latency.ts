import { columnMetric } from '../../answers/column-metric.ts'

/** Mean time that an answer took, in the unit of its column. */
export const meanLatency = columnMetric({
  id: 'mean-latency',
  title: 'Mean latency',
  aliases: ['latency', 'avg-latency'],
  range: [0, Number.POSITIVE_INFINITY],
  column: 'latency',
})
