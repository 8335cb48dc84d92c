import type { Batch } from './batch.ts'
import type { Column } from './column.ts'
import { addTo, type ExactSum, noSum, sumOf } from './counts/exact-sum.ts'
import type { ColumnProfile } from './result.ts'

/** Distinct values that are counted per column. */
const MAX_DISTINCT = 1000

interface State {
  nulls: number
  n: number
  min: number
  max: number
  readonly sum: ExactSum
  /** Undefined once there are too many. */
  distinct: Set<string> | undefined
}

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number'])

/** The profile of no rows. */
export const noProfile = (): State => ({
  nulls: 0,
  n: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  sum: noSum(),
  distinct: new Set(),
})

/** Takes rows into a column's profile. */
export function addProfile(state: State, batch: Batch, column: Column): void {
  const measured = NUMERIC.has(column.type.id) && !column.sensitive
  const values = batch.values(column)
  for (const [i, { cells }] of batch.rows.entries()) {
    const text = cells[column.index] ?? ''
    if (text === '') {
      state.nulls += 1
      continue
    }
    addDistinct(state, text)
    const value = values[i] ?? Number.NaN
    if (!measured || Number.isNaN(value)) continue
    state.n += 1
    if (value < state.min) state.min = value
    if (value > state.max) state.max = value
    addTo(state.sum, value)
  }
}

function addDistinct(state: State, text: string): void {
  if (!state.distinct) return
  state.distinct.add(text)
  if (state.distinct.size > MAX_DISTINCT) state.distinct = undefined
}

/** Takes in the profile of the rows that follow. */
export function mergeProfile(state: State, later: State): void {
  state.nulls += later.nulls
  state.n += later.n
  state.min = Math.min(state.min, later.min)
  state.max = Math.max(state.max, later.max)
  for (const part of later.sum.parts) addTo(state.sum, part)
  if (!later.distinct) state.distinct = undefined
  for (const text of later.distinct ?? []) addDistinct(state, text)
}

/** The profile as evidence has it. */
export function finishProfile(state: State, column: Column): ColumnProfile {
  const mean = sumOf(state.sum) / state.n
  return {
    column: column.name,
    type: column.type.id,
    sensitive: column.sensitive,
    nulls: state.nulls,
    ...(state.distinct ? { distinct: state.distinct.size } : {}),
    ...(state.n > 0 ? { min: state.min, max: state.max } : {}),
    ...(state.n > 0 && Number.isFinite(mean) ? { mean } : {}),
  }
}
