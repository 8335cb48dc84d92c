import { changed } from './changed.ts'
import { checkKey, keyItems } from './check-key.ts'
import { type Extremes, extremesOf } from './extremes.ts'
import { fill, quoted } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, type TableThere } from './table-there.ts'

/** What the first pass tells of a column. */
export interface Surveyed extends Extremes {
  /** About how many different cells a trial of rows has shown; undefined where there was none. */
  readonly different: number | undefined
  /** Whether these are more than are counted one by one. */
  readonly isMany: boolean
}

export interface Survey {
  readonly rows: number
  /** The least and the greatest key; undefined where no column is the key, or no row has one. */
  readonly keys: readonly [number, number] | undefined
  /** By index. */
  readonly columns: ReadonlyMap<number, Surveyed>
}

/** The first pass: how many rows, and of every column that is asked for how many cells hold something, and between which values. */
export function* survey(there: TableThere, indices: readonly number[]): Asking<Survey> {
  const { limits } = there
  const found = new Map<number, Surveyed>()
  let rows: number | undefined
  let keys: Survey['keys']
  for (let at = 0; at === 0 || at < indices.length; at += limits.columns) {
    const part = indices.slice(at, at + limits.columns)
    const now = part.filter(index => !isLater(there, index))
    const extremes = new Map<number, Extremes>()
    const counted = yield* rangesOf(there, now, at === 0, extremes)
    if (rows !== undefined && counted.rows !== rows) throw changed(there, rows, counted.rows)
    rows = counted.rows
    keys ??= counted.keys
    const different = rows > limits.groups ? yield* differentIn(there, part) : []
    for (const [i, index] of part.entries())
      found.set(index, {
        ...(extremes.get(index) ?? NOT_YET),
        different: different[i],
        isMany: (different[i] ?? 0) > limits.groups,
      })
  }
  return { rows: rows ?? 0, keys, columns: found }
}

/**
 * Whether a column is left to what comes after: a text, whose values may be few enough to be counted one by one, but where the first pass is
 * all that tells of a change meanwhile. What an engine has kept of others is not to be had of a statement that asks for more.
 */
function isLater(there: TableThere, index: number): boolean {
  const { kind } = columnAt(there, index).column
  return there.dialect.keepsExtremes ? kind === 'text' || kind === 'other' : kind === 'text' && there.isPinned
}

/** Of a column that is left to what comes after. */
const NOT_YET: Extremes = { filled: Number.NaN, n: Number.NaN, low: Number.NaN, high: Number.NaN, allFinite: false }

/** Counts rows, and takes the extremes of some columns; and looks at the key, where it is asked to. */
function* rangesOf(
  there: TableThere,
  indices: readonly number[],
  withKey: boolean,
  into: Map<number, Extremes>,
): Asking<Pick<Survey, 'rows' | 'keys'>> {
  const asked = indices.map(index => ({ index, ...extremesOf(there, index) }))
  const key = withKey ? keyItems(there) : []
  const items = ['count(*)', ...asked.flatMap(({ items }) => items), ...key]
  const [answer = []] = yield {
    sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
    purpose: 'ranges',
    rows: 1,
  }
  const rows = Number(answer[0])
  const told = key.length > 0 ? answer.slice(-key.length).map(Number) : []
  if (key.length > 0) checkKey(there, rows, told)
  let next = 1
  for (const { index, items, read } of asked) {
    into.set(index, read(answer.slice(next, next + items.length)))
    next += items.length
  }
  const [, least, most] = told
  return { rows, keys: rows > 0 && least !== undefined && most !== undefined ? [least, most] : undefined }
}

/** About how many different cells each column has among the first rows: nothing but how they are asked for depends on it. */
function* differentIn(there: TableThere, indices: readonly number[]): Asking<number[]> {
  const known = indices.filter(index => columnAt(there, index).column.kind !== 'other')
  if (known.length === 0) return []
  const names = known.map(index => columnAt(there, index).name)
  const raw = known.map(index => quoted(there.dialect, columnAt(there, index).column.name))
  const [answer = []] = yield {
    sql: `SELECT ${names.map(name => fill(there.dialect.text, fill(there.dialect.aboutDistinct ?? 'count(DISTINCT $)', name))).join(', ')} FROM (SELECT ${raw.join(', ')} FROM ${there.from} LIMIT ${there.limits.probe}) t`,
    purpose: 'trial',
    rows: 1,
  }
  return indices.map(index => Number(answer[known.indexOf(index)] ?? 0))
}

/** The table, with what the first pass has told of its columns. */
export const surveyed = (there: TableThere, { columns, keys }: Survey): TableThere => ({
  ...there,
  keys,
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
