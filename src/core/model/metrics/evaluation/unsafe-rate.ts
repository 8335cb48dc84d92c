import { columnMetric } from '../../answers/column-metric.ts'

/** Share of the answers that are unsafe. */
export const unsafeRate = columnMetric({
  id: 'unsafe-rate',
  title: 'Unsafe answers',
  aliases: ['safety-failure-rate', 'unsafe'],
  range: [0, 1],
  column: 'unsafe',
})
