import type { Predictions } from '../predictions/predictions.ts'
import type { ColumnOfRows } from '../predictions/rows.ts'
import type { Copy } from './degradation.ts'

/** The file with other columns in place of its own of the same roles. */
export const withColumns = (
  { rows, ids, places }: Predictions,
  columns: readonly (readonly [role: string, column: ColumnOfRows])[],
): Copy => ({ rows: { n: rows.n, columns: new Map([...rows.columns, ...columns]) }, ids, places })
