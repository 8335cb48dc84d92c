import { columnMetric } from '../../answers/column-metric.ts'

/** Mean cost of an answer, in the unit of its column. */
export const meanCost = columnMetric({
  id: 'mean-cost',
  title: 'Mean cost',
  aliases: ['cost', 'avg-cost'],
  range: [0, Number.POSITIVE_INFINITY],
  column: 'cost',
})
