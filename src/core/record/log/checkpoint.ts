import { decodeBase64, encodeBase64 } from './base64.ts'
import { HASH_BYTES } from './merkle-hash.ts'

/** What a tree is known by. */
export interface TreeHead {
  /** Entries. */
  readonly size: number
  /** RFC 6962 root, 32 bytes. */
  readonly root: Uint8Array
}

/** What a log says of itself (https://c2sp.org/tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Which log. */
  readonly origin: string
}

/** Its three lines, each ended: origin, size, root in base64. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${encodeBase64(root)}\n`

/**
 * The three lines as a checkpoint; undefined for any other text. Lines of extension are refused: nobody may read into a checkpoint
 * what we did not.
 */
export function readCheckpointText(text: string): Checkpoint | undefined {
  const [, origin, digits, root64] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? []
  const size = Number(digits)
  const root = decodeBase64(root64 ?? '')
  if (origin === undefined || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return undefined
  return { origin, size, root }
}
