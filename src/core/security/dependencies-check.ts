import type { Check } from '../evidence.ts'
import type { UserError } from '../user-error.ts'
import { checkId } from './artefact-check.ts'
import type { Declared } from './dependencies/manifest.ts'
import { printable } from './printable.ts'
import type { matchWaiver } from './waivers/match-waiver.ts'
import { waivedNames } from './waivers/waive-findings.ts'

/** Dependencies that a check lists; the result has them all. */
const SHOWN = 10

/**
 * The check of one file that declares dependencies: each should name exactly one version. `vulnerable` has, by the name of a
 * dependency without one, the known vulnerabilities of versions it allows; `matchOf` what the policy's waivers say of it.
 */
export function dependenciesCheck(
  path: string,
  { requirements, includes }: Declared,
  vulnerable: ReadonlyMap<string, readonly string[]> = new Map(),
  matchOf: (name: string) => ReturnType<typeof matchWaiver> = () => ({}),
): Check {
  const loose = requirements.filter(({ pinned }) => !pinned).map(each => ({ ...each, ...matchOf(each.name) }))
  const open = loose.filter(each => !('waiver' in each))
  const waivers = [...new Set(loose.flatMap(each => ('waiver' in each ? each.waiver : [])))]
  const missed = new Set(loose.flatMap(each => ('missed' in each ? (each.missed ?? []) : [])))
  const named = includes.filter(({ constraint }) => !constraint).map(include => printable(include.path))
  const further = named.length > 0 ? `; what ${named.join(', ')} declares is judged by its own check` : ''
  const names = [...new Set(open.map(({ name }) => printable(name)))]
  const allowed = [...vulnerable]
    .filter(([name]) => open.some(each => each.name === name))
    .map(([name, ids]) => `${printable(name)} (${printable(ids.slice(0, 3).join(', '))}${ids.length > 3 ? ', …' : ''})`)
  const known = allowed.length > 0 ? `; vulnerable versions are allowed of ${listed(allowed)}` : ''
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: loose.length > 0 ? 'warn' : 'pass',
    measured: { value: loose.length, unit: 'dependencies', n: requirements.length },
    required: { comparator: '=', value: 0 },
    reason: [
      open.length > 0
        ? `Expected an exact version of every dependency but ${open.length} of ${requirements.length} have none: ${listed(names)}${known}${further}`
        : loose.length > 0
          ? `Expected an exact version of every dependency but ${loose.length} of ${requirements.length} have none`
          : `All ${requirements.length} dependencies have an exact version${further}`,
      ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
      ...missed,
    ].join('; '),
    ...(open.length > 0 ? { hint: 'Pin each with ==, or install from a lock file' } : {}),
    locations:
      loose.length > 0
        ? [...open, ...loose.filter(each => 'waiver' in each)].slice(0, SHOWN).map(each => ({
            file: path,
            line: each.line,
            note: each.requirement,
            ...('waiver' in each && { waiver: waivers.indexOf(each.waiver) }),
          }))
        : [{ file: path }],
    ...(waivers.length > 0 && { waivers }),
  }
}

/** The check of a file that declares dependencies in a way nobody can read. */
export function unreadDependenciesCheck(path: string, { message, hint, line, file = path }: UserError): Check {
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

const listed = (names: readonly string[]) =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ')
