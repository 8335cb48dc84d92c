import type { Material } from '../core/evidence.ts'
import type { Requirement } from '../core/security/dependencies/manifest.ts'
import { keyOf, lookedUp } from '../core/security/dependencies/vulnerabilities/looked-up.ts'
import type { OsvRecord } from '../core/security/dependencies/vulnerabilities/osv-record.ts'
import type { PackageVersion } from '../core/security/dependencies/vulnerabilities/package-version.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

/** Largest archive that is read, in bytes: what fits in one piece of memory. */
const MAX_ARCHIVE = 2 ** 31 - 1
/** Packages that are looked up: several times what the largest project installs. */
const MAX_PACKAGES = 50_000

export interface LookedUp {
  /** Where was looked, as checks show it. */
  readonly source: string
  /** Archives that were read. */
  readonly materials: Material[]
  /** Advisories by package and version (`keyOf`); absent where the source has nothing of the ecosystem. */
  readonly advisories: ReadonlyMap<string, readonly OsvRecord[]>
  readonly missing: ReadonlySet<PackageVersion['ecosystem']>
}

/** Asks once for every package that any of the requirements names, where the settings say. Throws a `UserError` where nobody answers. */
export async function lookUpVulnerabilities(
  requirements: readonly Requirement[],
  { security }: Settings,
  { files, advisories: port }: Pick<Ports, 'files' | 'advisories'>,
): Promise<LookedUp> {
  const asked = new Map<string, PackageVersion>()
  for (const each of requirements) {
    const of = lookedUp(each)
    if (of) asked.set(keyOf(of), of)
  }
  const packages = [...asked.values()]
  if (packages.length > MAX_PACKAGES)
    throw new UserError(
      'osv.too-many',
      `Expected at most ${MAX_PACKAGES} packages to look up but found ${packages.length}`,
      {
        hint: 'Scan the lock files of one project at a time',
      },
    )
  const materials: Material[] = []
  const archives: Uint8Array[] = []
  if (security.vulnerabilities !== 'api') {
    for (const path of await archivesAt(security.vulnerabilities)) {
      archives.push(await files.read(path, { maxBytes: MAX_ARCHIVE }))
      const { sha256, bytes } = await files.digest(path)
      materials.push({ name: path, role: 'settings', digest: { sha256 }, bytes })
    }
  }
  const source = security.vulnerabilities === 'api' ? { url: security['osv-url'] } : { archives }
  const found = packages.length === 0 ? [] : await port.find(packages, source)
  const advisories = new Map<string, readonly OsvRecord[]>()
  const missing = new Set<PackageVersion['ecosystem']>()
  for (const [i, of] of packages.entries()) {
    const records = found[i]
    if (records) advisories.set(keyOf(of), records)
    else missing.add(of.ecosystem)
  }
  return { source: 'url' in source ? 'OSV' : 'OSV archive', materials, advisories, missing }

  async function archivesAt(path: string): Promise<string[]> {
    const paths = (await files.list([path])).filter(each => each === path || each.endsWith('.zip'))
    if (paths.length > 0) return paths
    throw new UserError('osv.archive', `Expected OSV's all.zip under ${path} but found none`, {
      hint: 'Download the all.zip of each ecosystem from OSV, PyPI and npm for instance, or look up with: api',
    })
  }
}
