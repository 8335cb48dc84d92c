import { versionsOf } from '../versions/versions-of.ts'
import { partsAbout } from './affects.ts'
import type { OsvRecord } from './osv-record.ts'
import type { PackageVersion } from './package-version.ts'

/**
 * Whether a range allows a version that the advisory says is affected: one it lists, or a bound of its ranges. A range is no
 * version, so this is for information; advisories of PyPI list every release, those of npm give bounds only.
 */
export function allowsAffected(record: OsvRecord, of: PackageVersion, range: string): boolean {
  const { allows } = versionsOf[of.ecosystem]
  return partsAbout(record, of).some(({ versions: listed, ranges }) => {
    const bounds = (ranges ?? [])
      .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
      .flatMap(({ events }) => events.flatMap(({ introduced, last_affected: last }) => [introduced, last]))
    return [...(listed ?? []), ...bounds].some(version => version !== undefined && allows(range, version) === true)
  })
}
