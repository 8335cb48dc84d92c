import type { ShownRow } from '../tables/shown-rows.ts'
import { fill, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** Some rows again, by their places. */
export function* rowsAtPlaces(there: TableThere, places: readonly number[]): Asking<ShownRow[]> {
  const { dialect, from, columns } = there
  const key = keyOf(there)
  if (!key || places.length === 0) return places.map(() => ({ line: 1, cells: [] }))
  const items = columns.map((column, index) =>
    column.kind === 'other' ? 'NULL' : written(dialect, column, columnAt(there, index).name),
  )
  const answer = yield {
    sql: `SELECT ${[fill(dialect.text, key), ...items].join(', ')} FROM ${from} WHERE ${key} IN (${places.join(', ')})`,
    purpose: 'rows to show',
    rows: places.length,
  }
  const found = new Map(answer.map(([place, ...cells]) => [Number(place), cells]))
  return places.map(place => ({
    line: place,
    cells: columns.map((column, i) => textOf(column, found.get(place)?.[i] ?? null)),
  }))
}
