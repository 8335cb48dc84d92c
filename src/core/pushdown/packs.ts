import { compared, fill, quoted } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'

/**
 * Which columns of few values are counted together, by their combinations: one scan instead of one each, where rows are read as a whole. A
 * trial of the first rows tells whether all of them have few together; where it does not, those are that can have no more than are counted.
 */
export function* packsOf(there: TableThere, { columns }: Survey, indices: readonly number[]): Asking<number[][]> {
  const { groups, allGroups } = there.limits
  // A cell that is null is one more.
  const known = indices.map(index => ({
    index,
    different: (columns.get(index)?.different ?? Number.POSITIVE_INFINITY) + 1,
  }))
  const most = known.reduce((product, { different }) => product * different, 1)
  // Without a trial the rows are few.
  if (!there.dialect.storesRows || !Number.isFinite(most)) return indices.map(index => [index])
  const all = most <= groups ? most : yield* combinationsOf(there, indices)
  // As many again may be in the rows that the trial has not seen.
  if (2 * all <= groups && all * indices.length <= allGroups) return [[...indices]]
  const packs: { product: number; readonly of: number[] }[] = []
  for (const { index, different } of known.toSorted((a, b) => b.different - a.different)) {
    const pack = packs.find(({ product }) => 2 * product * different <= groups)
    if (pack) {
      pack.of.push(index)
      pack.product *= different
    } else packs.push({ product: different, of: [index] })
  }
  return packs.map(({ of }) => of)
}

/** How many combinations of cells some columns have among the first rows. */
function* combinationsOf(there: TableThere, indices: readonly number[]): Asking<number> {
  const { dialect, from, limits } = there
  const all = indices.map(index => columnAt(there, index))
  const first = `SELECT ${all.map(({ column }) => quoted(dialect, column.name)).join(', ')} FROM ${from} LIMIT ${limits.probe}`
  const values = all.map(({ column, name }) => compared(dialect, column, name)).join(', ')
  const [answer = []] = yield {
    sql: `SELECT ${fill(dialect.text, 'count(*)')} FROM (SELECT count(*) AS n FROM (${first}) t GROUP BY ${values}) c`,
    purpose: 'trial of combinations',
    rows: 1,
  }
  return Number(answer[0])
}
