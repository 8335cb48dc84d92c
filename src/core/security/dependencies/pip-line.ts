import { UserError } from '../../user-error.ts'
import { printable } from '../printable.ts'
import { distributionFile } from './distribution-file.ts'
import type { Declared, Requirement } from './manifest.ts'
import { packageName } from './package-name.ts'
import { isImmutable, MAX_LENGTH, readSpecifier } from './pep508.ts'
import { requiredBySpecifier } from './required-by-specifier.ts'
import { withoutCredentials } from './without-credentials.ts'

const INCLUDE = /^(-r|--requirement|-c|--constraint)(?:\s+|=|(?=[^\s-]))(\S+)/
const EDITABLE = /^(?:-e|--editable)(?:\s+|=)(\S.*)$/
/** Options of one requirement: hashes and the like. */
const OPTIONS = /\s--[a-z]/
const ADDRESS = /^(?:[a-z+]+:\/\/|\.{0,2}\/|[\w./-]+\.(?:whl|zip|tar\.gz)\b)/i

/** What one line of pip's requirements declares: a requirement, files that hold more, or nothing. Throws where it is no such line. */
export function readPipLine(path: string, line: number, text: string): Declared {
  const [, option, included] = INCLUDE.exec(text) ?? []
  if (option === undefined || included === undefined)
    return { requirements: readRequirement(path, line, text), includes: [] }
  const constraint = option === '-c' || option === '--constraint'
  return { requirements: [], includes: [{ path: withoutCredentials(included), line, constraint }] }
}

function readRequirement(path: string, line: number, text: string): Requirement[] {
  const options = text.search(OPTIONS)
  const bare = (options < 0 ? text : text.slice(0, options)).replaceAll(/\s+/g, ' ').trim()
  if (bare.length > MAX_LENGTH) throw noRequirement(path, line, `${bare.slice(0, 40)}…`)
  const editable = EDITABLE.exec(bare)?.[1]
  if (editable !== undefined) return [byAddress(line, editable)]
  if (bare === '' || bare.startsWith('-')) return []
  const specifier = readSpecifier(bare)
  if (specifier) return [requiredBySpecifier(specifier, line)]
  if (ADDRESS.test(bare)) return [byAddress(line, bare)]
  throw noRequirement(path, line, bare)
}

const noRequirement = (path: string, line: number, found: string) =>
  new UserError(
    'dependencies.syntax',
    `Expected a requirement but found '${printable(withoutCredentials(found))}' (${path}:${line})`,
    { file: path, line, hint: 'Write it as name==version' },
  )

function byAddress(line: number, address: string): Requirement {
  const bare = address.split(/\s;/)[0]?.trim() ?? ''
  const egg = /#(?:.*&)?egg=([\w.-]+)/.exec(bare)?.[1]
  const file = distributionFile(bare)
  const last = bare
    .replace(/[?#].*$/, '')
    .split('/')
    .findLast(part => part !== '')
  const known = egg === undefined ? file?.name : packageName(egg)
  return {
    ...(known === undefined ? {} : { ecosystem: 'PyPI' }),
    name: known ?? withoutCredentials(last ?? bare),
    ...(file === undefined ? {} : { version: file.version }),
    line,
    requirement: withoutCredentials(bare),
    pinned: isImmutable(bare),
  }
}
