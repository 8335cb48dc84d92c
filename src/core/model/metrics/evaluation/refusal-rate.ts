import { columnMetric } from '../../answers/column-metric.ts'

/** Share of the answers that are refusals. */
export const refusalRate = columnMetric({
  id: 'refusal-rate',
  title: 'Refusal rate',
  aliases: ['refusals'],
  range: [0, 1],
  column: 'refused',
})
