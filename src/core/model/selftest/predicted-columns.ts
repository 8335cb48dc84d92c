import type { Need } from '../predictions/need.ts'
import type { Predictions } from '../predictions/predictions.ts'
import type { ColumnOfRows } from '../predictions/rows.ts'

/** A column in which a model says what it predicts. */
export interface PredictedColumn {
  readonly need: Need
  readonly column: ColumnOfRows
}

/** Columns of what is predicted: not what a prediction costs, nor how long it takes. */
export const predictedColumns = ({ rows, source }: Predictions): PredictedColumn[] =>
  source.reading.needs.flatMap(need => {
    const column = rows.columns.get(need.role)
    return column && need.side === 'output' && PREDICTED.test(need.role) ? [{ need, column }] : []
  })

const PREDICTED = /^(score|predicted|lower|upper|probabilities\.\d+)$/
