import type { GroupsOf } from './group-counts.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'

/** Says of texts how many are filled, where the first pass has left that to the counts of their values: of those that are few. */
export function* fillTexts(survey: Survey, singles: readonly number[], groupsOf: GroupsOf): Asking<Survey> {
  const columns = new Map(survey.columns)
  for (const [index, found] of survey.columns) {
    if (!Number.isNaN(found.filled)) continue
    const groups = singles.includes(index) ? yield* groupsOf([index]) : undefined
    const filled = groups?.reduce((sum, { cells, count }) => sum + (cells[index] === '' ? 0 : count), 0)
    if (filled !== undefined) columns.set(index, { ...found, filled })
  }
  return { ...survey, columns }
}
