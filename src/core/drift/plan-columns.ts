import type { Settings } from '../settings/schema.ts'
import type { Column } from './column.ts'
import type { ColumnKind } from './column-kind.ts'
import { limitFor, methodFor } from './method-for.ts'
import { smallestRows } from './smallest-rows.ts'

/** How many current rows a column needs, given the rows of the reference; a number is absent where none is enough. */
export interface ColumnPlan {
  readonly column: string
  readonly kind: ColumnKind
  readonly method?: string
  readonly limit?: number
  readonly effect?: number
  /** For an unchanged column to pass, rather than be undecided. */
  readonly passes?: number
  /** For a column that has changed by the effect to fail. */
  readonly finds?: number
  /** Why there are no numbers. */
  readonly unplanned?: string
}

/** Effects planned for lie this many times above the limit unless one is named. */
const ABOVE = 1.5

export const POWER = 0.9

/** Plans each column by the method that would decide on it; both sides of the columns are the reference. */
export function planColumns(
  columns: readonly Column[],
  settings: Settings['drift'],
  asked: number | undefined,
): ColumnPlan[] {
  const tests = columns.reduce((sum, column) => {
    return sum + (methodFor(column, settings.methods) ? 1 : 0) + (column.reference.missing > 0 ? 1 : 0)
  }, 0)
  return columns.map(column => {
    const { name, kind, reference } = column
    const method = methodFor(column, settings.methods)
    if (!method) return { column: name, kind, unplanned: 'no method decides on columns of this kind' }
    const limit = limitFor({ column, method }, settings)
    const effect = asked ?? ABOVE * limit
    const about = { column: name, kind, method: method.id, limit, effect }
    if (!method.plan) return { ...about, unplanned: 'the power of this method is not known' }
    if (effect <= limit) return { ...about, unplanned: 'an effect within the limit is not to be found' }
    const powers = method.plan(reference, { limit, effect, alpha: settings.alpha, tests, power: POWER })
    const passes = smallestRows(1, powers.passes)
    const finds = smallestRows(1, powers.finds)
    return { ...about, ...(passes === undefined ? {} : { passes }), ...(finds === undefined ? {} : { finds }) }
  })
}
