import { columnMetric } from '../../answers/column-metric.ts'

/** Mean number of tokens that an answer took. */
export const meanTokens = columnMetric({
  id: 'mean-tokens',
  title: 'Mean tokens',
  aliases: ['tokens', 'avg-tokens'],
  range: [0, Number.POSITIVE_INFINITY],
  column: 'tokens',
})
