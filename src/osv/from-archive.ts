import { packageName } from '../core/security/dependencies/package-name.ts'
import { affects } from '../core/security/dependencies/vulnerabilities/affects.ts'
import type { MatchedArchive } from '../core/security/dependencies/vulnerabilities/matched-archive.ts'
import { OsvRecord } from '../core/security/dependencies/vulnerabilities/osv-record.ts'
import type { PackageVersion } from '../core/security/dependencies/vulnerabilities/package-version.ts'
import { UserError } from '../core/user-error.ts'
import { zipEntries } from './zip-entries.ts'

/** Matches packages against an archive of OSV's (`all.zip`, one JSON file per advisory) as its server would. */
export function fromArchive(archive: Uint8Array, packages: readonly PackageVersion[]): MatchedArchive {
  const asked = new Set(packages.map(({ ecosystem, name }) => key(ecosystem, name)))
  const byPackage = new Map<string, OsvRecord[]>()
  const ecosystems = new Set<string>()
  let newest: string | undefined
  for (const record of recordsOf(archive)) {
    newest = newer(newest, record.modified)
    for (const { ecosystem, name } of packagesOf(record)) {
      ecosystems.add(ecosystem)
      const about = key(ecosystem, name)
      if (!asked.has(about)) continue
      const known = byPackage.get(about)
      if (known) known.push(record)
      else byPackage.set(about, [record])
    }
  }
  const affecting = (each: PackageVersion) =>
    (byPackage.get(key(each.ecosystem, each.name)) ?? []).filter(record => affects(record, each))
  return { ecosystems: [...ecosystems], records: packages.map(affecting), ...(newest === undefined ? {} : { newest }) }
}

/** The later of two times as OSV writes them (RFC 3339, UTC); what is no such time is passed over. */
function newer(before: string | undefined, modified: string | null | undefined): string | undefined {
  if (!modified || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(modified)) return before
  return before === undefined || Date.parse(modified) > Date.parse(before) ? modified : before
}

const key = (ecosystem: string, name: string) => `${ecosystem} ${ecosystem === 'PyPI' ? packageName(name) : name}`

/** Each package an advisory is about, once. */
function packagesOf({ affected }: OsvRecord): { ecosystem: string; name: string }[] {
  const packages = new Map<string, { ecosystem: string; name: string }>()
  for (const { package: about } of affected ?? []) if (about) packages.set(key(about.ecosystem, about.name), about)
  return [...packages.values()]
}

/** One at a time: an ecosystem's advisories together are larger than what should be held. */
function* recordsOf(archive: Uint8Array): Generator<OsvRecord> {
  for (const { name, content } of zipEntries(archive)) {
    const found = OsvRecord.safeParse(parsed(name, content()))
    if (!found.success) throw noRecord(name)
    yield found.data
  }
}

function parsed(name: string, content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (cause) {
    throw noRecord(name, cause)
  }
}

const noRecord = (name: string, cause?: unknown) =>
  new UserError(
    'osv.archive',
    `Expected '${name.slice(0, 80)}' in the archive to be an advisory of OSV but it is none`,
    {
      hint: 'Download the all.zip of the ecosystem again from OSV',
      cause,
    },
  )
