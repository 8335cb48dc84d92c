import type { Check, Material } from '../core/evidence.ts'
import type { DependencyFile } from '../core/security/dependencies/dependency-file.ts'
import { type Artefact, loaderCheck } from '../core/security/dependencies/loaders/loader-check.ts'
import type { Requirement } from '../core/security/dependencies/manifest.ts'
import { allowsAffected } from '../core/security/dependencies/vulnerabilities/allowed-versions.ts'
import { judgeVulnerabilities } from '../core/security/dependencies/vulnerabilities/judge-vulnerabilities.ts'
import { keyOf, lookedUp } from '../core/security/dependencies/vulnerabilities/looked-up.ts'
import { mergeAliases } from '../core/security/dependencies/vulnerabilities/merge-aliases.ts'
import { type Standing, standing } from '../core/security/dependencies/vulnerabilities/standing.ts'
import { updateOf } from '../core/security/dependencies/vulnerabilities/update-of.ts'
import type { Vulnerability } from '../core/security/dependencies/vulnerabilities/vulnerability.ts'
import type { VulnerablePackage } from '../core/security/dependencies/vulnerabilities/vulnerable-package.ts'
import { dependenciesCheck, unreadDependenciesCheck } from '../core/security/dependencies-check.ts'
import { MAX_PACKAGES, type SecurityResult } from '../core/security/result.ts'
import {
  cleanReportCheck,
  noVulnerabilitiesCheck,
  skippedPackagesCheck,
  unaskedCheck,
  unreadBaseCheck,
  vulnerablePackageCheck,
} from '../core/security/vulnerabilities-check.ts'
import { matchWaiver, type Waivers } from '../core/security/waivers/match-waiver.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { FileScans, Ports } from '../ports.ts'
import { followIncludes } from './follow-includes.ts'
import { type LookedUp, lookUpVulnerabilities } from './look-up-vulnerabilities.ts'
import { readBaseDependencies } from './read-base-dependencies.ts'

interface Scanned {
  readonly materials: Material[]
  readonly checks: Check[]
  readonly result: Pick<SecurityResult, 'dependencies' | 'packages' | 'vulnerabilities' | 'advisories'>
}

/** Names of vulnerabilities that the result keeps of one range. */
const SHOWN = 10

/** Judges the files that say something about dependencies: exact versions, known vulnerabilities, loaders unfit for the scanned files. */
export async function scanDependencies(
  scanned: readonly DependencyFile[],
  artefacts: readonly Artefact[],
  settings: Settings,
  ports: Pick<Ports, 'files' | 'advisories' | 'log' | 'base'>,
  waivers: Waivers,
  scans: Pick<FileScans, 'readDependencies' | 'matchAdvisories'>,
): Promise<Scanned> {
  const { files, materials } = await followIncludes(scanned, ports.files, scans)
  const declared = files.filter(file => 'declared' in file)
  const scan: Scanned = {
    materials,
    checks: [],
    result: { dependencies: [], ...packagesIn(files), vulnerabilities: [] },
  }
  const requirements = requirementsOf(declared)
  const base = await baseOf(scanned, scan, settings, ports, scans)
  const known = await lookUp(requirements, requirementsOf(base), scan, settings, ports, scans)
  const stands = standing(base, each => vulnerabilitiesOf(each, known))

  for (const file of files) {
    if ('fault' in file) scan.checks.push(unreadDependenciesCheck(file.path, file.fault))
    if ('reported' in file) judgeReport(file, scan, waivers, stands)
    if (!('declared' in file)) continue
    const allowed = allowedIn(file.declared.requirements, known)
    const { sha256: of } = await ports.files.digest(file.path)
    const matchOf = (name: string) => matchWaiver(waivers, { rule: 'dependencies', names: [name], of })
    scan.checks.push(dependenciesCheck(file.path, file.declared, allowed, matchOf))
    for (const each of file.declared.requirements) {
      const { name, line, requirement, pinned } = each
      const allows = allowed.get(name)?.slice(0, SHOWN)
      if (!pinned)
        scan.result.dependencies.push({ file: file.path, name, line, requirement, ...(allows ? { allows } : {}) })
      const loader = loaderCheck(file.path, each, artefacts, waivers)
      if (loader && isNew(loader, scan)) scan.checks.push(loader)
      const vulnerable = vulnerableAs(file.path, each, known, waivers, stands)
      if (vulnerable) tell(vulnerable, scan)
    }
  }
  return scan
}

/** Every version of a package that is named, once. */
function packagesIn(files: readonly DependencyFile[]): Pick<SecurityResult, 'packages'> {
  const packages = new Map<string, NonNullable<SecurityResult['packages']>[number]>()
  for (const file of files)
    for (const { ecosystem, name, version, line } of 'declared' in file ? file.declared.requirements : []) {
      const key = `${ecosystem} ${name}@${version}`
      if (ecosystem === undefined || version === undefined || packages.has(key)) continue
      packages.set(key, { file: file.path, line, ecosystem, name, version })
    }
  return packages.size === 0 ? {} : { packages: [...packages.values()].slice(0, MAX_PACKAGES) }
}

const requirementsOf = (files: readonly DependencyFile[]): Requirement[] =>
  files.flatMap(file => ('declared' in file ? file.declared.requirements : []))

/** The dependency files of the base branch, in so far as it matters what is known of them there. */
async function baseOf(
  scanned: readonly DependencyFile[],
  scan: Scanned,
  { policy, security }: Settings,
  { base, files }: Pick<Ports, 'base' | 'files'>,
  scans: Pick<FileScans, 'readDependencies'>,
): Promise<DependencyFile[]> {
  const isAsked = security.vulnerabilities !== 'off' || scanned.some(file => 'reported' in file)
  if (!base || !isAsked || policy['known-vulnerabilities'] === 'all') return []
  try {
    return await readBaseDependencies(scanned, base, scans, files)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unreadBaseCheck(error.message, error.hint))
    return []
  }
}

async function lookUp(
  requirements: readonly Requirement[],
  ofBase: readonly Requirement[],
  scan: Scanned,
  settings: Settings,
  ports: Pick<Ports, 'files' | 'advisories' | 'log'>,
  scans: Pick<FileScans, 'matchAdvisories'>,
): Promise<LookedUp | undefined> {
  if (settings.security.vulnerabilities === 'off') return undefined
  ports.log.progress('Looking up known vulnerabilities')
  try {
    const known = await lookUpVulnerabilities([...requirements, ...ofBase], settings, ports, scans)
    scan.materials.push(...known.materials)
    const asked = new Set(requirements.flatMap(each => lookedUp(each)?.ecosystem ?? []))
    const missing = [...known.missing].filter(ecosystem => asked.has(ecosystem))
    for (const ecosystem of missing)
      scan.checks.push(
        unaskedCheck(
          ecosystem,
          `Expected advisories of ${ecosystem} in ${settings.security.vulnerabilities} but found none of that ecosystem`,
          `Add the all.zip of ${ecosystem} from OSV`,
        ),
      )
    const versions = requirements.filter(({ version }) => version !== undefined)
    const looked = new Set(versions.flatMap(each => lookedUp(each) ?? []).map(keyOf))
    const answered = [...looked].filter(key => known.advisories.has(key))
    if (looked.size > 0 && missing.length === 0) scan.result.advisories = { ...known.origin, packages: looked.size }
    if (looked.size === 0 || (missing.length === 0 && answered.every(key => known.advisories.get(key)?.length === 0)))
      scan.checks.push(noVulnerabilitiesCheck(looked.size, known.source))
    return known
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unaskedCheck('lookup', error.message, error.hint))
    return undefined
  }
}

function vulnerableAs(
  file: string,
  requirement: Requirement,
  known: LookedUp | undefined,
  waivers: Waivers,
  stands: Standing,
): VulnerablePackage | undefined {
  const of = lookedUp(requirement)
  const { ecosystem, version, name, line } = requirement
  if (!known || !of || version === undefined || ecosystem === undefined) return undefined
  const vulnerabilities = vulnerabilitiesOf(requirement, known)
  if (vulnerabilities.length === 0) return undefined
  const update = updateOf(of.ecosystem, vulnerabilities)
  return {
    file,
    line,
    requirement: requirement.requirement,
    ecosystem,
    name,
    version,
    source: known.source,
    byConda: ecosystem === 'conda',
    vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
      stands.has(file, { ecosystem, name, version }, each, false),
    ),
    ...(update === undefined ? {} : { update }),
  }
}

function vulnerabilitiesOf(requirement: Requirement, known: LookedUp | undefined): Vulnerability[] {
  const of = lookedUp(requirement)
  return known && of ? mergeAliases(known.advisories.get(keyOf(of)) ?? [], of) : []
}

/** By name, the vulnerabilities of versions that a range allows. */
function allowedIn(requirements: readonly Requirement[], known: LookedUp | undefined): Map<string, string[]> {
  const allowed = new Map<string, string[]>()
  for (const each of requirements) {
    const of = lookedUp(each)
    if (!known || !of || of.version !== undefined || each.range === undefined) continue
    const { range } = each
    const records = (known.advisories.get(keyOf(of)) ?? []).filter(record => allowsAffected(record, of, range))
    if (records.length > 0)
      allowed.set(
        each.name,
        mergeAliases(records, of).flatMap(({ ids }) => ids.slice(0, 1)),
      )
  }
  return allowed
}

function judgeReport(
  { path, tool, reported }: Extract<DependencyFile, { tool: string }>,
  scan: Scanned,
  waivers: Waivers,
  stands: Standing,
): void {
  const vulnerable = reported.filter(({ vulnerabilities }) => vulnerabilities.length > 0)
  const skipped = reported.filter(each => each.skipped !== undefined)
  const looked = reported.length - skipped.length
  if (skipped.length > 0) scan.checks.push(skippedPackagesCheck(path, tool, skipped))
  if (vulnerable.length === 0 && (looked > 0 || skipped.length === 0))
    scan.checks.push(cleanReportCheck(path, tool, looked))
  for (const { ecosystem, name, version, vulnerabilities } of vulnerable) {
    const update = updateOf(ecosystem, vulnerabilities)
    const requirement = `${name} ${version}`
    const found = {
      file: path,
      requirement,
      ecosystem,
      name,
      version,
      source: tool,
      byConda: ecosystem === 'conda',
      vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
        stands.has(path, { ecosystem, name, version }, each, true),
      ),
    }
    tell(update === undefined ? found : { ...found, update }, scan)
  }
}

function tell(found: VulnerablePackage, scan: Scanned): void {
  const check = vulnerablePackageCheck(found)
  if (!isNew(check, scan)) return
  const { byConda, requirement, vulnerabilities, ...place } = found
  scan.checks.push(check)
  scan.result.vulnerabilities.push({
    ...place,
    vulnerabilities: vulnerabilities.map(({ ids, missed: _, ...rest }) => ({ ids: [...ids], ...rest })),
  })
}

/** One version may stand in a file twice, under different markers. */
const isNew = ({ id }: Check, { checks }: Scanned): boolean => checks.every(check => check.id !== id)
