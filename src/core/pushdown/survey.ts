import { UserError } from '../user-error.ts'
import type { TypedColumn } from './dialect.ts'
import { fill, isEmpty, numberOf } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'
import { finite } from './value-in-sql.ts'

/** What the first pass tells of a column. */
export interface Surveyed {
  /** Cells that hold something. */
  readonly filled: number
  /** Whether a trial of rows has shown more different cells than are counted one by one. */
  readonly isMany: boolean
  /** Of finite numbers: how many, and the largest and smallest size of those that are not 0. */
  readonly numbers?: { readonly n: number; readonly most: number; readonly least: number }
}

export interface Survey {
  readonly rows: number
  /** By index. */
  readonly columns: ReadonlyMap<number, Surveyed>
}

/** The first pass: how many rows, and of every column that is asked for how many cells hold something, and how large its numbers are. */
export function* survey(there: TableThere, indices: readonly number[]): Asking<Survey> {
  const { limits } = there
  const found = new Map<number, Surveyed>()
  let rows: number | undefined
  const key = keyOf(there)
  for (let at = 0; at === 0 || at < indices.length; at += limits.columns) {
    const part = indices.slice(at, at + limits.columns)
    const items = [
      'count(*)',
      ...part.flatMap(index => rangesOf(there, index)),
      ...(at === 0 && key ? keyItems(key) : []),
    ]
    const [answer = []] = yield {
      sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
      purpose: 'ranges',
      rows: 1,
    }
    const counted = Number(answer[0])
    if (rows !== undefined && counted !== rows) throw changed(there, rows, counted)
    rows = counted
    if (at === 0 && key) checkKey(there, rows, answer.slice(-3).map(Number))
    const many = rows > limits.groups ? yield* manyOf(there, part) : []
    let next = 1
    for (const [i, index] of part.entries()) {
      const filled = Number(answer[next++])
      const isNumeric = ofNumbers(columnAt(there, index).column)
      const [n = 0, most = 0, least = 0] = isNumeric
        ? answer.slice(next, next + 3).map(cell => numberOf(cell ?? '0'))
        : []
      if (isNumeric) next += 3
      found.set(index, { filled, isMany: many[i] === true, ...(isNumeric ? { numbers: { n, most, least } } : {}) })
    }
  }
  return { rows: rows ?? 0, columns: found }
}

const ofNumbers = ({ kind }: TypedColumn): boolean => kind === 'integer' || kind === 'double' || kind === 'decimal'

function rangesOf(there: TableThere, index: number): string[] {
  const { column, name } = columnAt(there, index)
  const filled = `sum(CASE WHEN ${isEmpty(column, name)} THEN 0 ELSE 1 END)`
  const value = finite(there.dialect, column.kind, fill(there.dialect.double, name))
  if (value === undefined) return [filled]
  return [filled, `count(${value})`, `max(abs(${value}))`, `min(CASE WHEN ${value} <> 0 THEN abs(${value}) END)`]
}

const keyItems = (key: string): string[] => [`count(${key})`, `min(${key})`, `max(${key})`]

function checkKey({ table }: TableThere, rows: number, [n, least, most]: readonly number[]): void {
  if (
    rows === 0 ||
    (n === rows && least !== undefined && least >= 0 && most !== undefined && most <= Number.MAX_SAFE_INTEGER)
  )
    return
  throw new UserError(
    'engine.key',
    `Expected the key '${table.key}' to be a whole number from 0 to 2^53 in every row but found ${n} of ${rows}, from ${least} to ${most} (${table.table})`,
    { hint: 'Name another column; or leave the key out' },
  )
}

/** Columns that have more different cells than are counted one by one, even among the first rows. */
function* manyOf(there: TableThere, indices: readonly number[]): Asking<boolean[]> {
  const known = indices.filter(index => columnAt(there, index).column.kind !== 'other')
  if (known.length === 0) return []
  const names = known.map(index => columnAt(there, index).name)
  const [answer = []] = yield {
    sql: `SELECT ${names.map(name => fill(there.dialect.text, `count(DISTINCT ${name})`)).join(', ')} FROM (SELECT ${names.join(', ')} FROM ${there.from} LIMIT ${there.limits.probe}) t`,
    purpose: 'trial',
    rows: 1,
  }
  return indices.map(index => Number(answer[known.indexOf(index)] ?? 0) > there.limits.groups)
}

/** Takes the first pass again, of a table that others may write to meanwhile: what it says of rows, cells and sizes must be the same. */
export function* checkUnchanged(there: TableThere, before: Survey, indices: readonly number[]): Asking<void> {
  const after = yield* survey({ ...there, limits: { ...there.limits, groups: Number.POSITIVE_INFINITY } }, indices)
  const same = [...before.columns].every(([index, { filled, numbers }]) => {
    const now = after.columns.get(index)
    return (
      now?.filled === filled &&
      now.numbers?.n === numbers?.n &&
      now.numbers?.most === numbers?.most &&
      now.numbers?.least === numbers?.least
    )
  })
  if (after.rows !== before.rows || !same) throw changed(there, before.rows, after.rows)
}

/** The table is not what it was. */
export const changed = ({ table }: TableThere, before: number, after: number): UserError =>
  new UserError(
    'engine.changed',
    `Expected ${table.table} to stay as it is while it is measured but found ${before} rows first and ${after} later`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  )
