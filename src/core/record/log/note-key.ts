import { decodeBase64, encodeBase64 } from './base64.ts'
import { concat, hex, utf8 } from './bytes.ts'
import type { Hash } from './log-crypto.ts'
import { isKeyName } from './note.ts'

/** What a key signs: 1 notes (a log its checkpoints), 4 cosignatures with their time (a witness). */
export type NoteKeyType = 1 | 4

const ED25519_BYTES = 32

/** A key that signatures on notes are checked with. */
export interface NoteVerifier {
  readonly name: string
  readonly type: NoteKeyType
  /** Four bytes, hexadecimal. */
  readonly keyId: string
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
}

/** A key that signs notes; `seed` is its secret, 32 bytes. */
export interface NoteSigner extends NoteVerifier {
  readonly seed: Uint8Array
}

/** The key with the id that its name, type and bytes give it: SHA-256(name ‖ newline ‖ type ‖ key), the first four bytes. */
export function noteVerifier(name: string, type: NoteKeyType, publicKey: Uint8Array, hash: Hash): NoteVerifier {
  const keyId = hex(hash(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4))
  return { name, type, keyId, publicKey }
}

/** A verifier key in one line, `name+id+key`, as C2SP signed-note writes it. */
export const writeVerifierKey = ({ name, type, keyId, publicKey }: NoteVerifier): string =>
  `${name}+${keyId}+${encodeBase64(concat(Uint8Array.of(type), publicKey))}`

/** A signer key in one line. Secret. */
export const writeSignerKey = ({ name, type, keyId, seed }: NoteSigner): string =>
  `PRIVATE+KEY+${name}+${keyId}+${encodeBase64(concat(Uint8Array.of(type), seed))}`

/** Reads a verifier key of a type; undefined for any other text. */
export function readVerifierKey(text: string, type: NoteKeyType, hash: Hash): NoteVerifier | undefined {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const publicKey = keyBytes(encoded, type)
  if (!isKeyName(name) || publicKey === undefined) return undefined
  const verifier = noteVerifier(name, type, publicKey, hash)
  return verifier.keyId === keyId ? verifier : undefined
}

/** Reads a signer key of a type; undefined for any other text, which is never quoted. */
export function readSignerKey(
  text: string,
  type: NoteKeyType,
  hash: Hash,
  publicKeyOf: (seed: Uint8Array) => Uint8Array,
): NoteSigner | undefined {
  const [, name = '', keyId, encoded = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const seed = keyBytes(encoded, type)
  if (!isKeyName(name) || seed === undefined) return undefined
  const signer = { ...noteVerifier(name, type, publicKeyOf(seed), hash), seed }
  return signer.keyId === keyId ? signer : undefined
}

function keyBytes(encoded: string, type: NoteKeyType): Uint8Array | undefined {
  const bytes = decodeBase64(encoded)
  return bytes?.length === ED25519_BYTES + 1 && bytes[0] === type ? bytes.subarray(1) : undefined
}
