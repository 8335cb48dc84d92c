import { decodeBase64, encodeBase64 } from './base64.ts'
import { concat, hex } from './bytes.ts'

/** Largest note that is read, in characters. */
export const MAX_NOTE_LENGTH = 64 * 1024

/** Most signatures that are read on a note. */
export const MAX_NOTE_SIGNATURES = 100

/** One line of signature, by the name and the id of its key. */
export interface NoteSignature {
  readonly name: string
  /** Four bytes, hexadecimal. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A signed note (https://c2sp.org/signed-note): a text that ends in a newline, and signatures, none of them checked yet. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Whether a key may be called so. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{Zs}\u0000-\u001f\u0085]+$/u.test(name)

/** Reads a note strictly; a text is what is wrong with it. */
export function readNote(content: string): Note | string {
  if (content.length > MAX_NOTE_LENGTH) return `Expected a note of at most ${MAX_NOTE_LENGTH} characters but found more`
  if (/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(content)) return 'Expected a note but found control characters'
  const split = content.lastIndexOf('\n\n')
  const lines = content.slice(split + 2).split('\n')
  if (split <= 0 || lines.pop() !== '' || lines.length === 0)
    return 'Expected a text, a blank line and signatures but found no signatures'
  if (lines.length > MAX_NOTE_SIGNATURES)
    return `Expected at most ${MAX_NOTE_SIGNATURES} signatures but found ${lines.length}`
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
    const bytes = decodeBase64(encoded)
    if (!isKeyName(name) || bytes === undefined || bytes.length < 5)
      return 'Expected lines of signature on a note but found another'
    signatures.push({ name, keyId: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) })
  }
  return { text: content.slice(0, split + 1), signatures }
}

/** The note as it is kept. */
export const writeNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures
    .map(
      ({ name, keyId, signature }) =>
        `— ${name} ${encodeBase64(
          concat(
            Uint8Array.from([0, 2, 4, 6], at => Number.parseInt(keyId.slice(at, at + 2), 16)),
            signature,
          ),
        )}\n`,
    )
    .join('')}`
