import { changed } from './changed.ts'
import { checkKey, keyItems } from './check-key.ts'
import type { TypedColumn } from './dialect.ts'
import { type Extremes, extremesOf } from './extremes.ts'
import { fill, quoted } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, type TableThere } from './table-there.ts'

/** What the first pass tells of a column. */
export interface Surveyed extends Extremes {
  /** Whether a trial of rows has shown more different cells than are counted one by one. */
  readonly isMany: boolean
}

export interface Survey {
  readonly rows: number
  /** By index. */
  readonly columns: ReadonlyMap<number, Surveyed>
}

/** The first pass: how many rows, and of every column that is asked for how many cells hold something, and between which values. */
export function* survey(there: TableThere, indices: readonly number[]): Asking<Survey> {
  const { limits, dialect } = there
  const found = new Map<number, Surveyed>()
  let rows: number | undefined
  for (let at = 0; at === 0 || at < indices.length; at += limits.columns) {
    const part = indices.slice(at, at + limits.columns)
    // Those that the engine has kept are not to be had of a statement that asks for more.
    const kept = dialect.keepsExtremes ? part.filter(index => isKept(columnAt(there, index).column)) : part
    const extremes = new Map<number, Extremes>()
    const counted = yield* rangesOf(there, kept, at === 0, extremes)
    if (rows !== undefined && counted !== rows) throw changed(there, rows, counted)
    rows = counted
    const many = rows > limits.groups ? yield* manyOf(there, part) : []
    for (const [i, index] of part.entries())
      found.set(index, { ...(extremes.get(index) ?? NOT_YET), isMany: many[i] === true })
  }
  return { rows: rows ?? 0, columns: found }
}

const isKept = ({ kind }: TypedColumn): boolean => kind !== 'text' && kind !== 'other'

/** Of a text, where its values may be few enough to be counted one by one. */
const NOT_YET: Extremes = { filled: Number.NaN, n: Number.NaN, low: Number.NaN, high: Number.NaN, allFinite: false }

/** Counts rows, and takes the extremes of some columns; and looks at the key, where it is asked to. */
export function* rangesOf(
  there: TableThere,
  indices: readonly number[],
  withKey: boolean,
  into: Map<number, Extremes>,
): Asking<number> {
  const asked = indices.map(index => ({ index, ...extremesOf(there, index) }))
  const key = withKey ? keyItems(there) : []
  const items = ['count(*)', ...asked.flatMap(({ items }) => items), ...key]
  const [answer = []] = yield {
    sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
    purpose: 'ranges',
    rows: 1,
  }
  const rows = Number(answer[0])
  if (key.length > 0) checkKey(there, rows, answer.slice(-key.length).map(Number))
  let next = 1
  for (const { index, items, read } of asked) {
    into.set(index, read(answer.slice(next, next + items.length)))
    next += items.length
  }
  return rows
}

/** Columns that have more different cells than are counted one by one, or about as many, even among the first rows: nothing but how the others are asked for depends on it. */
function* manyOf(there: TableThere, indices: readonly number[]): Asking<boolean[]> {
  const known = indices.filter(index => columnAt(there, index).column.kind !== 'other')
  if (known.length === 0) return []
  const names = known.map(index => columnAt(there, index).name)
  const raw = known.map(index => quoted(there.dialect, columnAt(there, index).column.name))
  const [answer = []] = yield {
    sql: `SELECT ${names.map(name => fill(there.dialect.text, fill(there.dialect.aboutDistinct ?? 'count(DISTINCT $)', name))).join(', ')} FROM (SELECT ${raw.join(', ')} FROM ${there.from} LIMIT ${there.limits.probe}) t`,
    purpose: 'trial',
    rows: 1,
  }
  return indices.map(index => Number(answer[known.indexOf(index)] ?? 0) > there.limits.groups)
}

/** The table, with what the first pass has told of its columns. */
export const surveyed = (there: TableThere, { columns }: Survey): TableThere => ({
  ...there,
  columns: there.columns.map((column, index) => ({ ...column, allFinite: columns.get(index)?.allFinite === true })),
})

/** Takes the first pass again, of a table that others may write to meanwhile: what it says of rows, cells and values must be the same. */
export function* checkUnchanged(there: TableThere, before: Survey, indices: readonly number[]): Asking<void> {
  const after = yield* survey({ ...there, limits: { ...there.limits, groups: Number.POSITIVE_INFINITY } }, indices)
  const same = [...before.columns].every(([index, { filled, n, low, high }]) => {
    const now = after.columns.get(index)
    return (
      Object.is(now?.filled, filled) && Object.is(now?.n, n) && Object.is(now?.low, low) && Object.is(now?.high, high)
    )
  })
  if (after.rows !== before.rows || !same) throw changed(there, before.rows, after.rows)
}
