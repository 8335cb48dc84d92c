import type { Asked } from '../tables/measures/asked.ts'
import { MAX_CATEGORIES } from '../tables/measures/categories.ts'
import { distinctCount } from '../tables/measures/distinct-count.ts'
import { noFailures } from '../tables/measures/failures.ts'
import { countDifferent } from './count-different.ts'
import { findPlaces } from './find-places.ts'
import type { GroupsOf } from './group-counts.ts'
import { isEmpty } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'

/** What is asked of a column, answered without its values one by one; undefined where they have to be looked at. */
export function* takeAsked(
  there: TableThere,
  survey: Survey,
  asks: Asked,
  groupsOf: GroupsOf,
): Asking<Taken | undefined> {
  switch (asks.is) {
    case 'rows':
      return { state: { rows: survey.rows } }
    case 'empty': {
      const { column, name } = columnAt(there, asks.column.index)
      const count = survey.rows - (survey.columns.get(asks.column.index)?.filled ?? 0)
      const places = count > 0 ? yield* findPlaces(there, isEmpty(column, name), `empty cells of ${column.name}`) : []
      return { state: { rows: survey.rows, empty: { ...noFailures(), count, places } } }
    }
    case 'categories': {
      const groups = yield* groupsOf([asks.column.index])
      if (groups) return undefined
      // More than are counted one by one are more than are kept.
      return there.limits.groups >= MAX_CATEGORIES ? { state: { counts: undefined } } : undefined
    }
    case 'distinct': {
      const groups = yield* groupsOf([asks.column.index])
      return groups ? undefined : yield* countDistinct(there, survey, asks.column.index)
    }
    default:
      return undefined
  }
}

function* countDistinct(there: TableThere, survey: Survey, index: number): Asking<Taken> {
  const { column } = columnAt(there, index)
  const [answer = []] = yield {
    sql: countDifferent(there, survey, index),
    purpose: `different values of ${column.name}`,
    rows: 1,
  }
  const nothing = distinctCount({ name: column.name, index }).init()
  return { state: { ...nothing, n: survey.columns.get(index)?.filled ?? 0, counted: Number(answer[0]) } }
}
