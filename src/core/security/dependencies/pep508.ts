import { withoutCredentials } from './without-credentials.ts'

/** A dependency specifier taken apart (PEP 508): what is required, and how exactly. */
export interface Specifier {
  readonly name: string
  /** The specifier without its marker. */
  readonly text: string
  readonly pinned: boolean
}

/** Longest requirement that is read. */
export const MAX_LENGTH = 4096

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*/
/** `==` with a whole version, or `===`: no `*`. */
const EXACT = /(^|,)\s*={2,3}\s*[^\s,;*]+\s*(,|$)/
/** A commit, or a digest of what is downloaded. */
const IMMUTABLE = /@[0-9a-f]{40}(#|$)|[#&]sha(256|384|512)=[0-9a-f]{64,}/

/** Reads `name[extras] versions ; marker` or `name @ url ; marker`; undefined for anything else. */
export function readSpecifier(text: string): Specifier | undefined {
  const match = text.length > MAX_LENGTH ? null : NAME.exec(text)
  const name = match?.[1]
  if (!match || name === undefined) return undefined
  const rest = text.slice(match[0].length)
  if (rest.startsWith('@')) {
    const url = rest.slice(1).split(/\s;/)[0]?.trim() ?? ''
    return { name, text: withoutCredentials(`${text.slice(0, match[0].length)}@ ${url}`), pinned: IMMUTABLE.test(url) }
  }
  const versions = rest.split(';')[0]?.trim() ?? ''
  if (versions !== '' && !/^\(?\s*[<>=!~]/.test(versions)) return undefined
  const bare = versions.replace(/^\(|\)$/g, '')
  return { name, text: text.split(';')[0]?.trim() ?? '', pinned: EXACT.test(bare) }
}

/** Whether a requirement by address names one content only: a commit or a digest. */
export const isImmutable = (url: string): boolean => IMMUTABLE.test(url)
