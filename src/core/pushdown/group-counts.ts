import { countGroups, readGroups, selectGroups } from './count-groups.ts'
import { type Group, groupsAlong } from './groups.ts'
import { packsOf } from './packs.ts'
import { fill } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import type { TableThere } from './table-there.ts'

/** Counts the groups of columns, each once; undefined where they are too many, alone or with those before. `placed`: with their first rows. */
export type GroupsOf = (indices: readonly number[], placed?: boolean) => Asking<Group[] | undefined>

/** Columns whose groups one statement counts. */
const AT_ONCE = 20

/** Counts the groups of single columns a score at a time, by their combinations where these are few, and those of several when they are asked for. */
export function* groupCounts(
  there: TableThere,
  survey: Survey,
  singles: readonly number[],
  allPlaced: boolean,
): Asking<GroupsOf> {
  const { columns } = survey
  const known = new Map<string, Group[] | undefined>()
  const withPlaces = allPlaced ? known : new Map<string, Group[] | undefined>()
  let room = there.limits.allGroups
  const single = singles.filter(index => there.columns[index]?.kind !== 'other' && !columns.get(index)?.isMany)
  for (let at = 0; at < single.length; at += AT_ONCE) {
    if (room < 1) break
    const packs = yield* packsOf(there, survey, single.slice(at, at + AT_ONCE))
    const counted = yield* countPacks(there, packs, room, allPlaced)
    // Of combinations that were more than the trial has shown, each column by itself.
    const alone = packs.flatMap((pack, i) => (counted[i] === undefined && pack.length > 1 ? pack : []))
    const again =
      alone.length > 0
        ? yield* countPacks(
            there,
            alone.map(index => [index]),
            room,
            allPlaced,
          )
        : []
    for (const [i, pack] of packs.entries())
      for (const index of pack) {
        const groups = counted[i] ? groupsAlong(index, counted[i]) : again[alone.indexOf(index)]
        const isKept = groups !== undefined && groups.length <= room
        room -= isKept ? groups.length : 0
        known.set(String(index), isKept ? groups : undefined)
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

/** The groups of several packs of columns, in one statement; of each undefined where they are too many. */
function* countPacks(
  there: TableThere,
  packs: readonly (readonly number[])[],
  room: number,
  placed: boolean,
): Asking<(Group[] | undefined)[]> {
  const text = (value: string) => fill(there.dialect.text, value)
  const most = Math.min(there.limits.groups, room)
  const width = Math.max(...packs.map(({ length }) => length))
  const names = Array.from({ length: width }, (_, i) => `g${i}`)
  const selects = packs.map((pack, i) => {
    const cells = names.map((name, j) => (j < pack.length ? name : `${text('NULL')} AS ${name}`))
    return `(SELECT ${[`${text(String(i))} AS c`, 'n', 'k', ...cells].join(', ')} FROM (${selectGroups(there, pack, most, placed)}) g)`
  })
  const answer = yield {
    sql: selects.join(' UNION ALL '),
    purpose: `values of ${packs.map(pack => pack.map(index => there.columns[index]?.name).join(' with ')).join(', ')}`,
    rows: packs.length * (most + 1),
    ofCombinations: width > 1,
  }
  return packs.map((pack, i) => {
    const rows = answer
      .filter(([at]) => at === String(i))
      .map(([, n = null, k = null, ...cells]) => [...cells.slice(0, pack.length), n, k])
    return rows.length > most ? undefined : readGroups(there, pack, rows, placed)
  })
}
