import type { Asked } from '../tables/measures/asked.ts'
import type { RepeatedKey } from '../tables/measures/count-keys.ts'
import { MAX_PLACES, noFailures } from '../tables/measures/failures.ts'
import { noKeys } from '../tables/measures/key-log.ts'
import { countDifferent } from './count-different.ts'
import { findPlaces } from './find-places.ts'
import { compared, fill, isEmpty } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'

/** Repeated keys that are told of. */
const MAX_REPEATED = 200

/** Counts the keys of a table's rows, and finds some that occur more than once. */
export function* takeKeys(
  there: TableThere,
  survey: Survey,
  { columns, emptyIsValue }: Extract<Asked, { readonly is: 'keys' }>,
): Asking<Taken> {
  const { dialect, from } = there
  const { rows } = survey
  const all = columns.map(({ index }) => columnAt(there, index))
  const parts = all.map(({ column, name }) =>
    // To a group a missing value is one like any other, and so is an empty text here.
    emptyIsValue && column.kind === 'text' ? `nullif(${name}, '')` : compared(dialect, column, name),
  )
  const isIncomplete = all.map(({ column, name }) => isEmpty(column, name)).join(' OR ')
  const where = emptyIsValue ? '' : ` WHERE NOT (${isIncomplete})`
  const grouped = `SELECT count(*) AS c FROM ${from}${where} GROUP BY ${parts.join(', ')}`
  const [only] = columns
  const [answer = []] = yield {
    sql:
      only && columns.length === 1 && !emptyIsValue
        ? countDifferent(there, survey, only.index)
        : `SELECT ${['count(*)', 'sum(c)'].map(item => fill(dialect.text, item)).join(', ')} FROM (${grouped}) t`,
    purpose: `keys ${columns.map(({ name }) => name).join(', ')}`,
    rows: 1,
  }
  const distinct = Number(answer[0] ?? 0)
  const whole = Number(answer[1] ?? 0)
  const repeated = whole > distinct ? yield* repeatedOf(there, parts, where) : []
  const empty = rows - whole
  const places = empty > 0 ? yield* findPlaces(there, isIncomplete, 'keys with an empty cell') : []
  return {
    state: {
      rows,
      keys: { ...noKeys(), counted: { distinct, repeats: whole - distinct, repeated } },
      empty: { ...noFailures(), count: empty, places },
    },
  }
}

/** The keys that occur most often, and the first rows that repeat one; none where rows have no place. */
function* repeatedOf(there: TableThere, parts: readonly string[], where: string): Asking<RepeatedKey[]> {
  const { dialect, from } = there
  const key = keyOf(there)
  if (!key) return []
  const sorted = (name: string) => fill(dialect.sorted ?? '$', name)
  const window = `PARTITION BY ${parts.join(', ')}`
  const most = yield {
    sql: `SELECT ${fill(dialect.text, 'k')}, ${fill(dialect.text, 'c')} FROM (SELECT min(${key}) AS k, count(*) AS c FROM ${from}${where} GROUP BY ${parts.join(', ')} HAVING count(*) > 1) t ORDER BY ${sorted('c')} DESC, ${sorted('k')} LIMIT ${MAX_REPEATED}`,
    purpose: 'keys that occur most often',
    rows: MAX_REPEATED,
  }
  const found = new Map<number, RepeatedKey>()
  for (const [first, count] of most)
    found.set(Number(first), { first: Number(first), places: [], count: Number(count) - 1 })
  const repeats = yield {
    sql: `SELECT ${['k', 'f', 'c'].map(item => fill(dialect.text, item)).join(', ')} FROM (SELECT ${key} AS k, min(${key}) OVER (${window}) AS f, count(*) OVER (${window}) AS c FROM ${from}${where}) t WHERE k > f ORDER BY ${sorted('k')} LIMIT ${MAX_PLACES}`,
    purpose: 'rows that repeat a key',
    rows: MAX_PLACES,
  }
  for (const [place, first, count] of repeats.map(row => row.map(Number))) {
    if (place === undefined || first === undefined || count === undefined) continue
    const key = found.get(first) ?? { first, places: [], count: count - 1 }
    found.set(first, key)
    key.places.push(place)
  }
  return [...found.values()]
}
