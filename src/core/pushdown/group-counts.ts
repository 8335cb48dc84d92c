import { countGroups, readGroups, selectGroups } from './count-groups.ts'
import type { Group } from './groups.ts'
import { fill } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import type { TableThere } from './table-there.ts'

/** Counts the groups of columns, each once; undefined where they are too many, alone or with those before. `placed`: with their first rows. */
export type GroupsOf = (indices: readonly number[], placed?: boolean) => Asking<Group[] | undefined>

/** Columns whose groups one statement counts. */
const AT_ONCE = 20

/** Counts the groups of single columns a score at a time, and those of several together when they are asked for. */
export function* groupCounts(
  there: TableThere,
  { columns }: Survey,
  singles: readonly number[],
  allPlaced: boolean,
): Asking<GroupsOf> {
  const known = new Map<string, Group[] | undefined>()
  const withPlaces = allPlaced ? known : new Map<string, Group[] | undefined>()
  let room = there.limits.allGroups
  const single = singles.filter(index => there.columns[index]?.kind !== 'other' && !columns.get(index)?.isMany)
  for (let at = 0; at < single.length; at += AT_ONCE) {
    const part = single.slice(at, at + AT_ONCE)
    const most = Math.min(there.limits.groups, room)
    if (most < 1) break
    const answer = yield {
      sql: part
        .map(
          (index, i) =>
            `(SELECT ${fill(there.dialect.text, String(i))} AS c, g.* FROM (${selectGroups(there, [index], most, allPlaced)}) g)`,
        )
        .join(' UNION ALL '),
      purpose: `values of ${part.map(index => there.columns[index]?.name).join(', ')}`,
      rows: part.length * (most + 1),
    }
    for (const [i, index] of part.entries()) {
      const rows = answer.filter(([column]) => column === String(i)).map(row => row.slice(1))
      const groups = rows.length > most || rows.length > room ? undefined : readGroups(there, [index], rows, allPlaced)
      room -= groups?.length ?? 0
      known.set(String(index), groups)
    }
  }
  return function* (indices, placed = false) {
    const key = indices.join()
    const of = placed ? withPlaces : known
    if (of.has(key)) return of.get(key)
    const most = Math.min(there.limits.groups, of === known ? room : there.limits.groups)
    const isMany = indices.some(index => columns.get(index)?.isMany)
    const groups =
      isMany || most < 1 ? undefined : yield* countGroups(there, indices, most, { placed: placed || allPlaced })
    if (of === known) room -= groups?.length ?? 0
    of.set(key, groups)
    return groups
  }
}
