import { packageName } from '../package-name.ts'
import { versionsOf } from '../versions/versions-of.ts'
import { fixAfter, inRange } from './in-range.ts'
import type { OsvAffected, OsvRecord } from './osv-record.ts'
import type { PackageVersion } from './package-version.ts'

/** Whether an advisory affects this version of the package (without one: any); a withdrawn one affects nothing. */
export function affects(record: OsvRecord, { version, ...named }: PackageVersion): boolean {
  if (isWithdrawn(record)) return false
  const parts = partsAbout(record, named)
  return version === undefined ? parts.length > 0 : parts.some(part => holds(part, version, named.ecosystem))
}

export const isWithdrawn = ({ withdrawn }: OsvRecord): boolean => (withdrawn ?? '') !== ''

/** The first version after this one in which the advisory's fault is mended; of several ranges, that of those that hold it. */
export function fixOf(record: OsvRecord, { version, ...named }: PackageVersion): string | undefined {
  if (version === undefined) return undefined
  const order = versionsOf[named.ecosystem]
  const ranges = partsAbout(record, named)
    .flatMap(part => part.ranges ?? [])
    .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
  const holding = ranges.filter(range => inRange(range, version, order))
  return (holding.length > 0 ? holding : ranges)
    .map(range => fixAfter(range, version, order))
    .filter(fixed => fixed !== undefined)
    .toSorted(order.compare)[0]
}

/** The parts of an advisory that are about this package. */
export function partsAbout(record: OsvRecord, { ecosystem, name }: PackageVersion): OsvAffected[] {
  const normal = ecosystem === 'PyPI' ? packageName : (written: string) => written
  return (record.affected ?? []).filter(
    part => part.package?.ecosystem === ecosystem && normal(part.package.name) === normal(name),
  )
}

/** A part lists versions, ranges, or both; either is enough. */
function holds({ versions: listed, ranges }: OsvAffected, version: string, ecosystem: PackageVersion['ecosystem']) {
  const order = versionsOf[ecosystem]
  return (
    (listed ?? []).some(each => each === version || order.compare(each, version) === 0) ||
    (ranges ?? []).some(range => inRange(range, version, order))
  )
}
