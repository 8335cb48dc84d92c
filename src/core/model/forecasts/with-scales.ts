import type { Rows } from '../predictions/rows.ts'
import { naiveScales, seriesOf } from './naive-scales.ts'

/** The rows, with the scales of their series as columns. */
export function withScales(rows: Rows, history: Rows, season: number): Rows {
  const scales = naiveScales(history, season)
  const seriesOfRow = seriesOf(rows)
  const column = (of: 'size' | 'square') => ({
    numbers: Float64Array.from({ length: rows.n }, (_, row) => scales.get(seriesOfRow(row))?.[of] ?? Number.NaN),
  })
  return {
    n: rows.n,
    columns: new Map([...rows.columns, ['scale', column('size')], ['squared-scale', column('square')]]),
  }
}
