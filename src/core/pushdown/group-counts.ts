import { countGroups } from './count-groups.ts'
import type { Group } from './groups.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import type { TableThere } from './table-there.ts'

/** Counts the groups of columns, each once; undefined where they are too many, alone or with those before. */
export type GroupsOf = (indices: readonly number[]) => Asking<Group[] | undefined>

export function groupCounts(there: TableThere, { columns }: Survey): GroupsOf {
  const known = new Map<string, Group[] | undefined>()
  let room = there.limits.allGroups
  return function* (indices) {
    const key = indices.join()
    if (known.has(key)) return known.get(key)
    const most = Math.min(there.limits.groups, room)
    const isMany = indices.some(index => columns.get(index)?.isMany)
    const groups = isMany || most < 1 ? undefined : yield* countGroups(there, indices, most)
    room -= groups?.length ?? 0
    known.set(key, groups)
    return groups
  }
}
