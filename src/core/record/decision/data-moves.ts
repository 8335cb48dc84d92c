import type { Material } from '../../evidence.ts'
import { judgedObjects } from '../hook/certified-commits.ts'

/** Data of one repository of lakeFS that was judged at one commit then and is at another now. */
export interface DataMove {
  readonly repository: string
  /** Commit ids. */
  readonly before: string
  readonly now: string
  /** Paths that gates read, then or now. */
  readonly read: ReadonlySet<string>
}

/**
 * From which commits to which the judged data has moved. Of several commits of one repository those belong together at which the same path
 * was read; where no path was, and there is one commit on each side, those do.
 */
export function dataMoves(before: readonly Material[], now: readonly Material[]): DataMove[] {
  const [then, since] = [judgedObjects(before), judgedObjects(now)]
  const repositories = new Set(since.map(({ repository }) => repository))
  return [...repositories].flatMap(repository => {
    const [old, young] = [then, since].map(all => all.filter(object => object.repository === repository))
    if (!old || !young) return []
    const [from, to] = [old, young].map(all => [...new Set(all.map(({ commit }) => commit))])
    const samePath = young.flatMap(object =>
      old.filter(({ path }) => path === object.path).map(({ commit }) => [commit, object.commit] as const),
    )
    const [one, other] = [from?.[0], to?.[0]]
    const alone = from?.length === 1 && to?.length === 1 && one !== undefined && other !== undefined
    const pairs = samePath.length > 0 ? samePath : alone ? [[one, other] as const] : []
    const read = new Set([...old, ...young].map(({ path }) => path))
    const distinct = new Map(pairs.filter(([a, b]) => a !== b).map(pair => [pair.join(), pair]))
    return [...distinct.values()].map(([a, b]) => ({ repository, before: a, now: b, read }))
  })
}
