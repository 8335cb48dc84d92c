import { conditionSql } from './condition-sql.ts'
import type { Asking } from './statement.ts'
import { allOf, keyOf, type TableThere } from './table-there.ts'
import { type Filtered, type TakenThere, takeMeasures } from './take-measures.ts'

/** Takes measures of the same rows only, as if these were a table. */
export function* takeFiltered(
  there: TableThere,
  all: readonly Filtered[],
): Asking<Pick<TakenThere, 'states' | 'untaken'>> {
  const [first] = all
  const sql = first && conditionSql(there, first.filter.condition, first.filter.named)
  if (!sql) {
    const reason = `The rows where ${first?.filter.source} of ${there.table.table} are too many to look at one by one, and the condition is not known in SQL`
    return {
      states: new Map(all.map(({ key, measure }) => [key, measure.init()])),
      untaken: new Map(all.map(({ key }) => [key, reason])),
    }
  }
  const key = keyOf(there)
  const from = `(SELECT ${allOf(there)}${key ? `, ${key} AS place_of_row` : ''} FROM ${there.from} WHERE ${sql}) w`
  const some = { ...there, from, isPinned: true, ...(key ? { place: 'place_of_row' } : {}) }
  const { states, untaken } = yield* takeMeasures(
    some,
    all.map(({ measure }) => measure),
  )
  return {
    states: new Map(all.map(({ key, measure }) => [key, states.get(measure.key)])),
    untaken: new Map(
      all.flatMap(({ key, measure }) => {
        const reason = untaken.get(measure.key)
        return reason === undefined ? [] : [[key, reason]]
      }),
    ),
  }
}
