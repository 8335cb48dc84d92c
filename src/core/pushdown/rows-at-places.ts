import type { ShownRow } from '../tables/shown-rows.ts'
import { fill, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** Rows that are fetched for each place, at most: a key that is no key has more than one, of which any is shown. */
const MOST = 10

/** Some rows again, by their places; without cells where none is found. */
export function* rowsAtPlaces(there: TableThere, places: readonly number[]): Asking<ShownRow[]> {
  const { dialect, from, columns } = there
  const key = keyOf(there)
  if (!key || places.length === 0) return places.map(() => ({ line: 1, cells: [] }))
  const items = columns.map((column, index) =>
    column.kind === 'other' ? 'NULL' : written(dialect, column, columnAt(there, index).name),
  )
  const answer = yield {
    sql: `SELECT ${[fill(dialect.text, key), ...items].join(', ')} FROM ${from} WHERE ${key} IN (${places.join(', ')}) LIMIT ${MOST * places.length}`,
    purpose: 'rows to show',
    rows: MOST * places.length,
  }
  const found = new Map(answer.map(([place, ...cells]) => [Number(place), cells]))
  return places.map(place => {
    const cells = found.get(place)
    return { line: place, cells: cells ? columns.map((column, i) => textOf(column, cells[i] ?? null)) : [] }
  })
}
