import { createHash } from 'node:crypto'
import type { Files } from '../ports.ts'
import { lineOf } from './line-of.ts'

/** Bytes of one file of states. */
const MAX_STATES = 512 * 1024 * 1024

/** The text of states that were kept, its digest, and why it is of no use. */
export interface KeptStates {
  readonly text?: string
  readonly sha256?: string
  readonly unused?: string
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The file's first line is the digest of what follows: a file that was cut off, or has changed, is of no use. */
export async function readKept(files: Pick<Files, 'exists' | 'readText'>, path: string): Promise<KeptStates> {
  if (!(await files.exists(path))) return {}
  let whole: string
  try {
    whole = await files.readText(path, { maxBytes: MAX_STATES })
  } catch (cause) {
    return { unused: `it cannot be read: ${lineOf(cause)}`.slice(0, 500) }
  }
  const end = whole.indexOf('\n')
  const [said, text] = [whole.slice(0, Math.max(0, end)), whole.slice(end + 1)]
  const sha256 = digest(text)
  return said === `sha256 ${sha256}` ? { text, sha256 } : { unused: 'it is not as it was written' }
}

/** Writes states for the next run. */
export async function writeKept(files: Pick<Files, 'write'>, path: string, text: string): Promise<void> {
  await files.write(path, `sha256 ${digest(text)}\n${text}`)
}
