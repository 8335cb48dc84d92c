import { MAX_PLACES } from '../tables/measures/failures.ts'
import type { Group } from './groups.ts'
import { fill, textLiteral, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** The first rows for which a condition holds: one bounded query. None of a table whose rows have no place. */
export function* findPlaces(there: TableThere, condition: string, purpose: string): Asking<number[]> {
  const key = keyOf(there)
  if (!key) return []
  const answer = yield {
    sql: `SELECT ${fill(there.dialect.text, key)} FROM ${there.from} WHERE ${condition} ORDER BY ${fill(there.dialect.sorted ?? '$', key)} LIMIT ${MAX_PLACES}`,
    purpose,
    rows: MAX_PLACES,
  }
  return answer.map(([place]) => Number(place))
}

/** What is true of the rows of some groups. */
export function inGroups(there: TableThere, indices: readonly number[], groups: readonly Group[]): string {
  const each = groups.map(group => {
    const cells = indices.map(index => {
      const { column, name } = columnAt(there, index)
      const cell = group.raw.get(index) ?? null
      if (cell === null) return `${name} IS NULL`
      return `${written(there.dialect, column, name)} = ${textLiteral(there.dialect, cell)}`
    })
    return cells.length > 0 ? `(${cells.join(' AND ')})` : '1 = 1'
  })
  return each.length > 0 ? each.join(' OR ') : '1 = 0'
}
