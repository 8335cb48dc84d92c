import { decodeBase64, encodeBase64 } from './base64.ts'
import { MAX_ENTRY_BYTES } from './entry-bundle.ts'
import { HASH_BYTES } from './merkle-hash.ts'
import { MAX_NOTE_LENGTH } from './note.ts'

const HEADER = 'c2sp.org/tlog-proof@v1'

/** A tree of fewer than 2^53 entries is no deeper. */
const MOST_HASHES = 53

/** Largest proof that is read, in characters. */
export const MAX_PROOF_LENGTH = Math.ceil(MAX_ENTRY_BYTES / 3) * 4 + MOST_HASHES * 45 + MAX_NOTE_LENGTH + 100

/** A proof that something is in a log, to be checked offline (https://c2sp.org/tlog-proof). */
export interface TlogProof {
  readonly index: number
  /** From the leaf's sibling up. */
  readonly hashes: readonly Uint8Array[]
  /** The signed checkpoint, with its cosignatures. */
  readonly checkpoint: string
  /** Ours is the entry itself: the hash of it is what the proof is about, so it need not be signed. */
  readonly extra?: Uint8Array
}

/** The proof as a file; its name ends in `.tlog-proof`. */
export const writeTlogProof = ({ index, hashes, checkpoint, extra }: TlogProof): string =>
  [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
    '',
    checkpoint,
  ].join('\n')

/** Reads such a file strictly; a text is what is wrong with it. It proves nothing yet. */
export function readTlogProof(content: string): TlogProof | string {
  if (content.length > MAX_PROOF_LENGTH)
    return `Expected a proof of at most ${MAX_PROOF_LENGTH} characters but found more`
  const split = content.indexOf('\n\n')
  const lines = content.slice(0, Math.max(split, 0)).split('\n')
  if (lines.shift() !== HEADER) return `Expected a proof that begins with ${HEADER} but found none`
  const hasExtra = lines[0]?.startsWith('extra ')
  const extra = hasExtra ? decodeBase64((lines.shift() ?? '').slice('extra '.length)) : undefined
  if (hasExtra && extra === undefined) return 'Expected base64 after extra but found another text'
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? []
  const index = Number(digits)
  if (digits === undefined || !Number.isSafeInteger(index))
    return 'Expected the index of the entry but found another line'
  if (lines.length > MOST_HASHES) return `Expected at most ${MOST_HASHES} hashes but found ${lines.length}`
  const hashes = lines.map(decodeBase64).filter(bytes => bytes?.length === HASH_BYTES)
  if (hashes.length !== lines.length) return 'Expected hashes of 32 bytes in base64 but found another line'
  return {
    index,
    hashes: hashes.filter(bytes => bytes !== undefined),
    checkpoint: content.slice(split + 2),
    ...(extra === undefined ? {} : { extra }),
  }
}
