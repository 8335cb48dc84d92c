import type { Status } from '../verdict.ts'
import type { DriftResult } from './result.ts'
import type { RowsNeeded } from './rows-needed.ts'

/** A check of a column, and the rows that would settle it where it is undecided. */
interface Undecided {
  readonly status: Status
  readonly rows?: RowsNeeded | undefined
}

/**
 * Rows that settle every undecided check that rows can settle: the most that any of them needs. Those that need rows in each table keep
 * to them with more in the other, as those that need current rows alone do. Undefined where fewer than two are undecided.
 */
export function settlingRows(checks: readonly Undecided[]): DriftResult['settling'] {
  const undecided = checks.filter(({ status }) => status === 'inconclusive')
  if (undecided.length < 2) return undefined
  const needs = undecided.flatMap(({ rows }) => rows ?? [])
  const most = (of: readonly RowsNeeded[]) => Math.max(0, ...of.map(({ rows }) => rows))
  const reference = most(needs.filter(({ side }) => side === 'each'))
  return {
    undecided: undecided.length,
    settled: needs.length,
    current: most(needs),
    ...(reference > 0 ? { reference } : {}),
  }
}
