import type { Bound, ResultItem, Said } from '../result-format.ts'
import { evidentlyMethod } from './methods.ts'

/** What must hold where the column has not drifted. */
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

/** What Evidently says of the drift of one column. */
export interface ColumnDrift {
  readonly column: string
  /** Id or name of the method: Evidently writes the name where it has chosen it, and the id where its user has. */
  readonly method: string
  readonly score: number | null
  readonly threshold: number | null
  readonly said?: Said | undefined
  readonly breach: Bound['breach']
  readonly rounding?: number
}

/** The question whether a column has drifted, decided as Evidently decides by the method. */
export function driftItem({ column, method, score, threshold, said, breach, rounding }: ColumnDrift): ResultItem {
  const known = evidentlyMethod(method)
  return {
    id: `value-drift.${column}`,
    title: `${column}: no drift by ${method}`,
    column,
    method: known?.id ?? method,
    value: score ?? Number.NaN,
    ...(rounding === undefined ? {} : { rounding }),
    bounds:
      known && threshold !== null && Number.isFinite(threshold)
        ? [{ comparator: OPPOSITE[known.drifted], value: threshold, breach }]
        : [],
    ...(said === undefined ? {} : { said }),
    ...(known ? {} : { note: `how ${method} decides is not known here` }),
  }
}
