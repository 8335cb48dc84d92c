import type { ModelResult } from '../../../model/result.ts'
import type { Fact } from './fact.ts'

/** The metrics of a model, over all rows and by slice; not how much better it is than another. */
export function modelFacts({ metrics, slices = [] }: ModelResult): Fact[] {
  return [
    ...metrics.map(row => ({ gate: 'model-certify' as const, metric: row.id, ...figures(row) })),
    ...slices
      .filter(({ gain }) => gain === undefined)
      .map(row => ({
        gate: 'model-certify' as const,
        metric: row.metric,
        slice: row.slice,
        ...(row.by !== undefined && { by: row.by }),
        ...(row.few && { few: row.few }),
        ...figures(row),
      })),
  ]
}

type Row = Pick<ModelResult['metrics'][number], 'value' | 'interval' | 'level' | 'n'>

const figures = ({ value, interval, level, n }: Row) => ({
  value,
  ...(interval && { interval }),
  ...(level !== undefined && { level }),
  n,
})
