import type { Check } from '../evidence.ts'
import type { UserError } from '../user-error.ts'
import { checkId } from './artefact-check.ts'
import type { Declared } from './dependencies/manifest.ts'

/** Dependencies that a check lists; the result has them all. */
const SHOWN = 10

/** The check of one file that declares dependencies: each should name exactly one version. */
export function dependenciesCheck(path: string, { requirements, includes }: Declared): Check {
  const open = requirements.filter(({ pinned }) => !pinned)
  const further =
    includes.length > 0 ? `; what ${includes.join(', ')} declares is judged only where it is scanned itself` : ''
  const names = [...new Set(open.map(({ name }) => name))]
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: open.length > 0 ? 'warn' : 'pass',
    measured: { value: open.length, unit: 'dependencies', n: requirements.length },
    required: { comparator: '=', value: 0 },
    reason:
      open.length > 0
        ? `Expected an exact version of every dependency but ${open.length} of ${requirements.length} have none: ${listed(names)}${further}`
        : `All ${requirements.length} dependencies have an exact version${further}`,
    ...(open.length > 0 ? { hint: 'Pin each with ==, or install from a lock file' } : {}),
    locations:
      open.length > 0
        ? open.slice(0, SHOWN).map(({ line, requirement }) => ({ file: path, line, note: requirement }))
        : [{ file: path }],
  }
}

/** The check of a file that declares dependencies in a way nobody can read. */
export function unreadDependenciesCheck(path: string, { message, hint, line }: UserError): Check {
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file: path, ...(line === undefined ? {} : { line }) }],
  }
}

const listed = (names: readonly string[]) =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ')
