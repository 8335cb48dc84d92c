import type { Check, Location } from '../evidence.ts'
import type { Status } from '../verdict.ts'
import { checkId } from './artefact-check.ts'
import { isExcused } from './dependencies/vulnerabilities/is-excused.ts'
import { isMalicious } from './dependencies/vulnerabilities/is-malicious.ts'
import type { JudgedVulnerability } from './dependencies/vulnerabilities/judged-vulnerability.ts'
import { worstSeverity } from './dependencies/vulnerabilities/severity.ts'
import type { VulnerablePackage } from './dependencies/vulnerabilities/vulnerable-package.ts'
import { printable } from './printable.ts'

/** Vulnerabilities that a check lists; the result has them all. */
const SHOWN = 5

/** The check of one version of a package that has known vulnerabilities: it fails where one is critical or high. */
export function vulnerablePackageCheck(found: VulnerablePackage): Check {
  const { file, line, source, vulnerabilities, byConda } = found
  const [name, version] = [printable(found.name), printable(found.version)]
  const worst = worstSeverity(vulnerabilities.map(({ severity }) => severity))
  const waivers = vulnerabilities.flatMap(({ waiver }) => waiver ?? [])
  const missed = [...new Set(vulnerabilities.flatMap(each => each.missed ?? []))]
  const listed = vulnerabilities.slice(0, SHOWN).map(described).join('; ')
  const more = vulnerabilities.length > SHOWN ? ` and ${vulnerabilities.length - SHOWN} more` : ''
  const place = line === undefined ? file : `${file}:${line}`
  return {
    id: checkId('vulnerabilities', `${file}:${found.ecosystem}:${name}@${version}`),
    title: `${name} ${version} in ${file} has no known vulnerability`,
    status: statusOf(found),
    measured: { value: vulnerabilities.length, unit: 'vulnerabilities', method: source },
    required: { comparator: '=', value: 0 },
    reason:
      `Expected no known vulnerability of ${name} ${version} but found ${vulnerabilities.length}, ` +
      `${worst === 'unknown' ? 'of unknown severity' : `the worst ${worst}`}: ${listed}${more} (${place}, told by ${source})` +
      (byConda ? '; matched by the name that PyPI gives it, which conda need not share' : '') +
      missed.map(why => `; ${why}`).join(''),
    hint: hintFor(found, name),
    locations: locationsOf(found),
    ...(waivers.length > 0 && { waivers: [...new Set(waivers)] }),
  }
}

function described({ ids, severity, fixed, waiver, onBase }: JudgedVulnerability): string {
  const facts = [
    severity === 'unknown' ? 'severity unknown' : severity,
    fixed === undefined ? 'no fixed version known' : `fixed in ${printable(fixed)}`,
    ...(onBase ? ['on the base branch already'] : []),
    ...(waiver ? [`waived until ${waiver.expires} by ${waiver.owner}`] : []),
  ]
  return `${printable(ids.slice(0, 3).join(', '))} (${facts.join(', ')})`
}

/** The requirement, for all that nothing excepts; and for each that a waiver does. */
function locationsOf({ file, line, requirement, vulnerabilities }: VulnerablePackage): Location[] {
  const place = { file, ...(line === undefined ? {} : { line }) }
  const waivers = [...new Set(vulnerabilities.flatMap(({ waiver }) => waiver ?? []))]
  const isOpen = vulnerabilities.some(({ waiver }) => !waiver)
  return [
    ...(isOpen ? [{ ...place, note: printable(requirement) }] : []),
    ...waivers.map((each, waiver) => ({ ...place, note: printable(`${each.name} of ${requirement}`), waiver })),
  ]
}

/** A match by conda's name may be another package, so it only warns. */
function statusOf({ vulnerabilities, byConda }: VulnerablePackage): Status {
  const fails = vulnerabilities.some(
    each => !isExcused(each) && (each.severity === 'critical' || each.severity === 'high'),
  )
  return fails && !byConda ? 'fail' : 'warn'
}

function hintFor({ vulnerabilities, update }: VulnerablePackage, name: string): string {
  if (vulnerabilities.some(isMalicious))
    return `Remove ${name} at once, and treat what installed it, and the secrets it could read, as disclosed`
  if (update !== undefined) return `Update ${name} to ${printable(update)} or later`
  return `Replace ${name}, or waive it with a reason until it is mended`
}

/** The check that stands for all packages of which no vulnerability is known. */
export function noVulnerabilitiesCheck(packages: number, source: string): Check {
  return {
    id: 'vulnerabilities',
    title: 'The dependencies have no known vulnerability',
    ...noneKnown(packages, source, 'Expected dependencies with an exact version to look up but found none'),
    ...(packages === 0
      ? { hint: "Add a lock file to the scanned paths, or set 'security.vulnerabilities' to off" }
      : {}),
  }
}

/** The check of another tool's report that tells of no vulnerability; one that names no package may have looked at none. */
export function cleanReportCheck(path: string, tool: string, packages: number): Check {
  return {
    id: checkId('vulnerabilities', path),
    title: `${path} reports no known vulnerability`,
    ...noneKnown(packages, tool, `Expected ${path} to name the packages that ${tool} has looked at but it names none`),
    ...(packages === 0 ? { hint: 'Let it list every package (osv-scanner --all-packages), or remove the report' } : {}),
    locations: [{ file: path }],
  }
}

/** The check of packages that another tool names in its report and has not looked at. */
export function skippedPackagesCheck(
  path: string,
  tool: string,
  skipped: readonly { readonly name: string; readonly skipped?: string }[],
): Check {
  const listed = skipped.slice(0, SHOWN).map(each => `${printable(each.name)} (${printable(each.skipped ?? '')})`)
  const more = skipped.length > SHOWN ? ` and ${skipped.length - SHOWN} more` : ''
  return {
    id: checkId('vulnerabilities.skipped', path),
    title: `${tool} has looked at every package in ${path}`,
    status: 'inconclusive',
    measured: { value: skipped.length, unit: 'packages', method: tool },
    required: { comparator: '=', value: 0 },
    reason: `Expected ${tool} to look at every package but it skipped ${skipped.length}: ${listed.join('; ')}${more}`,
    hint: `Audit what is installed from an index, and leave your own packages out of the report`,
    locations: [{ file: path }],
  }
}

const noneKnown = (packages: number, source: string, otherwise: string): Omit<Check, 'id' | 'title'> => ({
  status: packages === 0 ? 'inconclusive' : 'pass',
  measured: { value: 0, unit: 'vulnerabilities', method: source, n: packages },
  required: { comparator: '=', value: 0 },
  reason:
    packages === 0
      ? otherwise
      : `No vulnerability known of ${packages} ${packages === 1 ? 'package' : 'packages'} (${source})`,
})

/** The check that stands for packages that nobody could be asked about. */
export function unaskedCheck(id: string, reason: string, hint: string | undefined): Check {
  return {
    id: checkId('vulnerabilities', id),
    title: 'The dependencies have no known vulnerability',
    status: 'inconclusive',
    reason,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** The check that says that nobody could tell what the base branch has, so that everything counts as new. */
export const unreadBaseCheck = (reason: string, hint: string | undefined): Check => ({
  id: 'vulnerabilities.base',
  title: 'What the base branch has is known',
  status: 'warn',
  reason: `${reason}; so every vulnerability counts as new`,
  ...(hint === undefined ? {} : { hint }),
})
