import { orderIds } from './merge-aliases.ts'
import { worstSeverity } from './severity.ts'
import type { Vulnerability } from './vulnerability.ts'

/** Vulnerabilities that share a name are one, of the worst severity: databases each have a record of their own. */
export function joinNamed(known: readonly Vulnerability[]): Vulnerability[] {
  return known.reduce<Vulnerability[]>((joined, next) => {
    const same = joined.filter(({ ids }) => ids.some(id => next.ids.includes(id)))
    const all = [...same, next]
    return [
      ...joined.filter(each => !same.includes(each)),
      { ...next, ids: orderIds(all.flatMap(({ ids }) => ids)), severity: worstSeverity(all.map(of => of.severity)) },
    ]
  }, [])
}
