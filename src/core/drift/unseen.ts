import type { Column } from './column.ts'

/** Up to this many unseen values are named; more are no longer categories, and may be personal. */
const NAMED = 10

export interface Unseen {
  /** Current rows whose category the reference never had. */
  readonly rows: number
  /** The categories, the most frequent first, where they are few. */
  readonly values?: string[]
  /** Line of the current table where the first of them stands. */
  readonly line?: number
}

/** The current rows of a categorical column that hold what no reference row holds. */
export function unseenOf({ reference, current }: Column): Unseen {
  const unseen = [...current.categories]
    .filter(([name]) => !reference.categories.has(name))
    .toSorted(([a, { count: n }], [b, { count: m }]) => m - n || (a < b ? -1 : 1))
  const rows = current.others + unseen.reduce((sum, [, { count }]) => sum + count, 0)
  const lines = [current.othersLine, ...unseen.map(([, { line }]) => line)].filter(line => line !== undefined)
  return {
    rows,
    ...(current.others === 0 && unseen.length <= NAMED ? { values: unseen.map(([name]) => name) } : {}),
    ...(lines.length > 0 ? { line: Math.min(...lines) } : {}),
  }
}
