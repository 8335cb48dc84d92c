import { versionsOf } from '../versions/versions-of.ts'
import { fixOf } from './affects.ts'
import type { OsvRecord } from './osv-record.ts'
import type { PackageVersion } from './package-version.ts'
import { rate } from './rate.ts'
import { Severity, worstSeverity } from './severity.ts'
import type { Vulnerability } from './vulnerability.ts'

/** Advisories of a package as vulnerabilities: those that are aliases of one another are one; worst first. */
export function mergeAliases(records: readonly OsvRecord[], of: PackageVersion): Vulnerability[] {
  return groupsOf(records)
    .map(group => merge(group, of))
    .toSorted(byRank)
}

export const byRank = (a: Vulnerability, b: Vulnerability): number =>
  Severity.options.indexOf(a.severity) - Severity.options.indexOf(b.severity) || (a.ids.join() < b.ids.join() ? -1 : 1)

/** Records that share a name, directly or through another. */
function groupsOf(records: readonly OsvRecord[]): OsvRecord[][] {
  let groups: { names: Set<string>; records: OsvRecord[] }[] = []
  for (const record of records) {
    const names = namesOf(record)
    const joined = groups.filter(group => names.some(name => group.names.has(name)))
    groups = groups.filter(group => !joined.includes(group))
    groups.push({
      names: new Set([...joined.flatMap(group => [...group.names]), ...names]),
      records: [...joined.flatMap(group => group.records), record],
    })
  }
  return groups.map(group => group.records)
}

const namesOf = ({ id, aliases }: OsvRecord) => [id, ...(aliases ?? [])]

function merge(records: readonly OsvRecord[], of: PackageVersion): Vulnerability {
  const fixes = records.map(record => fixOf(record, of)).filter(fixed => fixed !== undefined)
  const fixed = fixes.toSorted(versionsOf[of.ecosystem].compare).at(-1)
  return {
    ids: orderIds(records.flatMap(namesOf)),
    severity: worstSeverity(records.map(rate)),
    ...(fixed === undefined ? {} : { fixed }),
  }
}

const PREFIXES = ['MAL-', 'CVE-', 'GHSA-', 'PYSEC-']

/** Each name once, in the order in which readers look for them. */
export function orderIds(ids: readonly string[]): string[] {
  const rank = (id: string) =>
    (PREFIXES.findIndex(prefix => id.startsWith(prefix)) + PREFIXES.length + 1) % (PREFIXES.length + 1)
  return [...new Set(ids)].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
