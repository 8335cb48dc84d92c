import type { Inference } from './method.ts'

export interface RowsNeeded {
  readonly side: 'current' | 'each'
  readonly rows: number
}

/** More rows than anyone compares. */
const MOST = 1e9

/**
 * About how many rows would bring the upper bound down to the limit, to two digits: of the current side if that can be enough,
 * else of each side. `drifted`: the change found is taken as real, not as chance. Undefined where no number would do.
 */
export function rowsNeeded({ rows, upperAt }: Inference, limit: number, drifted: boolean): RowsNeeded | undefined {
  const current = smallest(rows.current, m => upperAt(rows.reference, m, drifted) <= limit)
  if (current !== undefined) return { side: 'current', rows: current }
  const each = smallest(Math.min(rows.reference, rows.current), n => upperAt(n, n, drifted) <= limit)
  return each === undefined ? undefined : { side: 'each', rows: each }
}

/** The smallest whole number above `from` for which a condition that stays true once it is true holds, rounded up. */
function smallest(from: number, holds: (n: number) => boolean): number | undefined {
  if (!holds(MOST)) return undefined
  let [low, high] = [from, MOST]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(high)) - 1)
  return Math.ceil(high / unit) * unit
}
