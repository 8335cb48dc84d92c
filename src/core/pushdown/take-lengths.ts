import type { Column } from '../tables/column.ts'
import { noFailures } from '../tables/measures/failures.ts'
import type { CellJudge } from '../tables/measures/judged-cells.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { countGroups } from './count-groups.ts'
import { failuresIn } from './failing-groups.ts'
import { findPlaces } from './find-places.ts'
import { foldGroups } from './groups.ts'
import { fill, isEmpty } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'

/** The lengths of a column of many texts. */
export function* takeLengths(
  there: TableThere,
  rows: number,
  measure: Measure<unknown>,
  { index }: Column,
  { characters }: CellJudge,
): Asking<Taken | undefined> {
  const { column, name } = columnAt(there, index)
  if (!characters || column.kind !== 'text') return undefined
  const [low, high] = characters
  const length = fill(there.dialect.length, name)
  const isFilled = `NOT ${isEmpty(column, name)}`
  const outside = `${isFilled} AND (${length} < ${low}${Number.isFinite(high) ? ` OR ${length} > ${high}` : ''})`
  const lengths = `CASE WHEN ${isFilled} THEN ${length} END`
  const items = [
    `count(${lengths})`,
    `min(${lengths})`,
    `max(${lengths})`,
    `sum(CASE WHEN ${outside} THEN 1 ELSE 0 END)`,
  ]
  const [answer = []] = yield {
    sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
    purpose: `lengths of ${column.name}`,
    rows: 1,
  }
  const [n = 0, least = 0, most = 0, count = 0] = answer.map(cell => Number(cell ?? 0))
  const places = count > 0 ? yield* findPlaces(there, outside, 'rows at fault') : []
  // Values are told where they are few enough to be told all alike.
  const groups = count > 0 ? yield* countGroups(there, [index], there.limits.groups, { where: outside }) : []
  const [, known] = failuresIn(foldGroups(measure, groups ?? [])).find(([kind]) => kind === 'failed') ?? []
  const failed = { ...noFailures(), ...known, count, places }
  const extent = n > 0 ? { low: least, high: most } : { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
  return { state: { rows, n, ...extent, failed, undecided: noFailures() } }
}
