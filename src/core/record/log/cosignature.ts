import { concat, utf8 } from './bytes.ts'
import type { LogCrypto } from './log-crypto.ts'
import type { Note, NoteSignature } from './note.ts'
import type { NoteSigner, NoteVerifier } from './note-key.ts'

/** A witness's word that, at a time, this was the largest tree it had seen of the log. */
export interface Cosigned {
  readonly name: string
  readonly at: Date
}

/** What a witness signs (https://c2sp.org/tlog-cosignature, Ed25519): the time, in seconds, before the checkpoint's text. */
const message = (seconds: bigint, text: string): Uint8Array => utf8(`cosignature/v1\ntime ${seconds}\n${text}`)

/** A cosignature of the text of a checkpoint at a time. */
export function cosign(
  text: string,
  at: Date,
  signer: NoteSigner,
  sign: (seed: Uint8Array, message: Uint8Array) => Uint8Array,
): NoteSignature {
  const seconds = BigInt(Math.floor(at.getTime() / 1000))
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, seconds)
  return {
    name: signer.name,
    keyId: signer.keyId,
    signature: concat(time, sign(signer.seed, message(seconds, text))),
  }
}

/** The newest cosignature by a witness on a note that holds; undefined where there is none. */
export function cosignedBy(note: Note, witness: NoteVerifier, crypto: LogCrypto): Cosigned | undefined {
  const times = note.signatures
    .filter(({ name, keyId }) => name === witness.name && keyId === witness.keyId)
    .flatMap(({ signature }) => {
      if (signature.length !== 72) return []
      const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
      // The last second that a Date can hold: later is no time.
      if (seconds > 8_640_000_000_000n) return []
      return crypto.verify(witness.publicKey, message(seconds, note.text), signature.subarray(8))
        ? [Number(seconds)]
        : []
    })
  return times.length === 0 ? undefined : { name: witness.name, at: new Date(Math.max(...times) * 1000) }
}
