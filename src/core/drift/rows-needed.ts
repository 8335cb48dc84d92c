import type { Inference } from './method.ts'
import { smallestRows } from './smallest-rows.ts'

export interface RowsNeeded {
  readonly side: 'current' | 'each'
  readonly rows: number
}

/**
 * About how many rows would bring the upper bound down to the limit, to two digits: of the current side if that can be enough,
 * else of each side. `drifted`: the change found is taken as real, not as chance. Undefined where no number would do.
 */
export function rowsNeeded({ rows, upperAt }: Inference, limit: number, drifted: boolean): RowsNeeded | undefined {
  const current = smallestRows(rows.current, m => upperAt(rows.reference, m, drifted) <= limit)
  if (current !== undefined) return { side: 'current', rows: current }
  const each = smallestRows(Math.min(rows.reference, rows.current), n => upperAt(n, n, drifted) <= limit)
  return each === undefined ? undefined : { side: 'each', rows: each }
}
