import type { Extremes } from './extremes.ts'
import type { GroupsOf } from './group-counts.ts'
import type { Asking } from './statement.ts'
import { rangesOf, type Survey } from './survey.ts'
import type { TableThere } from './table-there.ts'

/** Says of texts how many are filled, where the first pass has left that to the counts of their values: a scan less. */
export function* fillTexts(
  there: TableThere,
  survey: Survey,
  singles: readonly number[],
  groupsOf: GroupsOf,
): Asking<Survey> {
  const columns = new Map(survey.columns)
  const open: number[] = []
  for (const [index, found] of survey.columns) {
    if (!Number.isNaN(found.filled)) continue
    const groups = singles.includes(index) ? yield* groupsOf([index]) : undefined
    if (!groups) open.push(index)
    else
      columns.set(index, {
        ...found,
        filled: groups.reduce((sum, { cells, count }) => sum + (cells[index] === '' ? 0 : count), 0),
      })
  }
  for (let at = 0; at < open.length; at += there.limits.columns) {
    const counted = new Map<number, Extremes>()
    yield* rangesOf(there, open.slice(at, at + there.limits.columns), false, counted)
    for (const [index, extremes] of counted)
      columns.set(index, { ...extremes, isMany: columns.get(index)?.isMany === true })
  }
  return { ...survey, columns }
}
