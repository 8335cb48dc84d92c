import type { Asked } from '../tables/measures/asked.ts'
import { MAX_CATEGORIES } from '../tables/measures/categories.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { noFailures } from '../tables/measures/failures.ts'
import { findPlaces } from './find-places.ts'
import { isEmpty } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { GroupsOf, Taken } from './take-measures.ts'
import { takeNumbers } from './take-numbers.ts'

/** What is asked of a column, answered without its values one by one; undefined where they have to be looked at. */
export function* takeAsked(
  there: TableThere,
  survey: Survey,
  measure: Measure<unknown>,
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
    case 'extent':
    case 'sum':
    case 'powers':
    case 'cells': {
      const groups = yield* groupsOf([asks.column.index])
      return groups ? undefined : yield* takeNumbers(there, survey, measure, asks)
    }
    default:
      return undefined
  }
}
