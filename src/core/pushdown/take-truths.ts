import type { Asked } from '../tables/measures/asked.ts'
import { noFailures } from '../tables/measures/failures.ts'
import { conditionSql } from './condition-sql.ts'
import { findPlaces } from './find-places.ts'
import { fill } from './sql.ts'
import type { Asking } from './statement.ts'
import type { TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'

/** Rows by what a condition says of them; undefined where it is not known in SQL. */
export function* takeTruths(
  there: TableThere,
  rows: number,
  { condition, named, counts }: Extract<Asked, { readonly is: 'truths' }>,
): Asking<Taken | undefined> {
  const sql = conditionSql(there, condition, named)
  if (sql === undefined) return undefined
  const items = [sql, `NOT ${sql}`].map(part => fill(there.dialect.text, `sum(CASE WHEN ${part} THEN 1 ELSE 0 END)`))
  const [answer = []] = yield {
    sql: `SELECT ${items.join(', ')} FROM ${there.from}`,
    purpose: 'rows by a condition',
    rows: 1,
  }
  const [holds = 0, fails = 0] = answer.map(cell => Number(cell ?? 0))
  const count = counts ? holds : fails
  const places = count > 0 ? yield* findPlaces(there, counts ? sql : `NOT ${sql}`, 'rows at fault') : []
  return { state: { rows, n: counts ? rows : holds + fails, failed: { ...noFailures(), count, places } } }
}
