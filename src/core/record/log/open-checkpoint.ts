import { utf8 } from './bytes.ts'
import { type Checkpoint, readCheckpointText } from './checkpoint.ts'
import type { LogCrypto } from './log-crypto.ts'
import { type Note, readNote } from './note.ts'
import type { NoteVerifier } from './note-key.ts'

/** A checkpoint that the log has signed. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note
}

/**
 * Reads a signed checkpoint of one log; a text is why it counts for nothing. As C2SP signed-note wants it, signatures by keys we do
 * not know are passed over, and one by the log's key that does not hold spoils the note.
 */
export function openCheckpoint(
  content: string,
  origin: string,
  key: NoteVerifier,
  crypto: LogCrypto,
): SignedCheckpoint | string {
  const note = readNote(content)
  if (typeof note === 'string') return note
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
  if (own.length === 0) return `Expected a signature by ${key.name}+${key.keyId} but found none`
  if (!own.every(({ signature }) => crypto.verify(key.publicKey, utf8(note.text), signature)))
    return `Expected the signature by ${key.name}+${key.keyId} to hold but it does not`
  const checkpoint = readCheckpointText(note.text)
  if (checkpoint === undefined) return 'Expected origin, size and root in the checkpoint but found another text'
  if (checkpoint.origin !== origin) return `Expected a checkpoint of ${origin} but found one of ${checkpoint.origin}`
  return { ...checkpoint, note }
}
