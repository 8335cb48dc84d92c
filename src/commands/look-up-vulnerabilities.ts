import type { Material } from '../core/evidence.ts'
import type { Requirement } from '../core/security/dependencies/manifest.ts'
import { keyOf, lookedUp } from '../core/security/dependencies/vulnerabilities/looked-up.ts'
import type { MatchedArchive } from '../core/security/dependencies/vulnerabilities/matched-archive.ts'
import type { OsvRecord } from '../core/security/dependencies/vulnerabilities/osv-record.ts'
import type { PackageVersion } from '../core/security/dependencies/vulnerabilities/package-version.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { FileScans, Ports } from '../ports.ts'

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
  /** The same for the result, with the time of the newest advisory of archives; a server is asked as it stands. */
  readonly origin: { readonly source: string; readonly updatedAt?: string }
}

/** Asks once for every package that any of the requirements names, where the settings say. Throws a `UserError` where nobody answers. */
export async function lookUpVulnerabilities(
  requirements: readonly Requirement[],
  { security }: Settings,
  { files, advisories: port }: Pick<Ports, 'files' | 'advisories'>,
  scans: Pick<FileScans, 'matchAdvisories'>,
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
  const newest: string[] = []
  const api = security.vulnerabilities === 'api'
  const found = api ? await ask() : await match(security.vulnerabilities)
  const advisories = new Map<string, readonly OsvRecord[]>()
  const missing = new Set<PackageVersion['ecosystem']>()
  for (const [i, of] of packages.entries()) {
    const records = found[i]
    if (records) advisories.set(keyOf(of), records)
    else missing.add(of.ecosystem)
  }
  const source = api ? 'OSV' : 'OSV archive'
  const updatedAt = newest.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1)
  return {
    source,
    materials,
    advisories,
    missing,
    origin: { source, ...(updatedAt === undefined ? {} : { updatedAt }) },
  }

  async function ask(): Promise<(readonly OsvRecord[])[]> {
    return packages.length === 0 ? [] : port.find(packages, { url: security['osv-url'] })
  }

  /** What all archives together say; undefined of a package of whose ecosystem none holds anything. */
  async function match(path: string): Promise<(readonly OsvRecord[] | undefined)[]> {
    const archives: MatchedArchive[] = []
    for (const archive of await archivesAt(path)) {
      const { sha256, bytes } = await files.digest(archive)
      if (bytes > MAX_ARCHIVE) throw tooLarge(archive, bytes)
      materials.push({ name: archive, role: 'settings', digest: { sha256 }, bytes })
      if (packages.length === 0) continue
      const matched = await scans.matchAdvisories(archive, packages)
      if (matched.sha256 !== sha256) throw changed(archive)
      archives.push(matched)
      if (matched.newest !== undefined) newest.push(matched.newest)
    }
    return packages.map(({ ecosystem }, i) =>
      archives.some(({ ecosystems }) => ecosystems.includes(ecosystem))
        ? archives.flatMap(({ records }) => records[i] ?? [])
        : undefined,
    )
  }

  async function archivesAt(path: string): Promise<string[]> {
    const paths = (await files.list([path])).filter(each => each === path || each.endsWith('.zip'))
    if (paths.length > 0) return paths
    throw new UserError('osv.archive', `Expected OSV's all.zip under ${path} but found none`, {
      hint: 'Download the all.zip of each ecosystem from OSV, PyPI and npm for instance, or look up with: api',
    })
  }
}

const tooLarge = (path: string, bytes: number) =>
  new UserError('osv.archive', `Expected ${path} to have at most ${MAX_ARCHIVE} bytes but it has ${bytes}`, {
    file: path,
    hint: 'Download the all.zip of single ecosystems from OSV',
  })

const changed = (path: string) =>
  new UserError('osv.archive', `Expected ${path} to stay as it is while it is read but it changed`, {
    file: path,
    hint: 'Scan after the last step that writes it',
  })
