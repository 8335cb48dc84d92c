import { distributionFile } from './distribution-file.ts'
import { packageName } from './package-name.ts'
import { withoutCredentials } from './without-credentials.ts'

/** A dependency specifier taken apart (PEP 508): what is required, and how exactly. */
export interface Specifier {
  /** Normalised (PEP 503). */
  readonly name: string
  /** The one version it names. */
  readonly version?: string
  /** The versions it allows, where it names no single one: a PEP 440 specifier set, empty for any. */
  readonly range?: string
  /** The specifier without its marker. */
  readonly text: string
  readonly pinned: boolean
}

/** Longest requirement that is read. */
export const MAX_LENGTH = 4096

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*/
/** `==` with a whole version, or `===`: no `*`, and no variable of the environment. */
const EXACT = /(?:^|,)\s*={2,3}\s*([^\s,;*$]+)\s*(?:,|$)/
/** A commit, or a digest of what is downloaded. */
const IMMUTABLE = /@[0-9a-f]{40}(#|$)|[#&]sha(256|384|512)=[0-9a-f]{64,}/

/** Reads `name[extras] versions ; marker` or `name @ url ; marker`; undefined for anything else. */
export function readSpecifier(text: string): Specifier | undefined {
  const match = text.length > MAX_LENGTH ? null : NAME.exec(text)
  if (match?.[1] === undefined) return undefined
  const name = packageName(match[1])
  const rest = text.slice(match[0].length)
  if (rest.startsWith('@')) return byAddress(name, text.slice(0, match[0].length), rest.slice(1))
  const versions = rest.split(';')[0]?.trim() ?? ''
  if (versions !== '' && !/^\(?\s*[<>=!~]/.test(versions)) return undefined
  const range = versions.replace(/^\(|\)$/g, '').trim()
  const version = EXACT.exec(range)?.[1]
  const written = text.split(';')[0]?.trim() ?? ''
  return version === undefined
    ? { name, range, text: written, pinned: false }
    : { name, version, text: written, pinned: true }
}

function byAddress(name: string, before: string, after: string): Specifier {
  const url = after.split(/\s;/)[0]?.trim() ?? ''
  const file = distributionFile(url)
  return {
    name,
    ...(file?.name === name ? { version: file.version } : {}),
    text: withoutCredentials(`${before}@ ${url}`),
    pinned: IMMUTABLE.test(url),
  }
}

/** Whether a requirement by address names one content only: a commit or a digest. */
export const isImmutable = (url: string): boolean => IMMUTABLE.test(url)
