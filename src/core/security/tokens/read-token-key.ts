import { UserError } from '../../user-error.ts'

const BYTES = 32
/** A key of few different bytes was typed, not drawn. */
const FEWEST_DIFFERENT = 12

/** The 256-bit secret that all keys are derived from, out of the text of a key file: 64 hexadecimal digits or base64. `place` names the file; the text is in no message. */
export function readTokenKey(text: string, place: string): Uint8Array {
  const written = text.trim()
  const key = /^[\da-f]{64}$/i.test(written) ? fromHex(written) : fromBase64(written)
  if (key?.length !== BYTES)
    throw new UserError('tokenize.key', `Expected ${place} to hold a key of 256 bits but found something else`, {
      file: place,
      hint: 'Make one with: openssl rand -hex 32; keep it in a secret, commit it nowhere',
    })
  if (new Set(key).size < FEWEST_DIFFERENT)
    throw new UserError('tokenize.weak-key', `Expected ${place} to hold random bytes but found few different ones`, {
      file: place,
      hint: 'Draw the key: openssl rand -hex 32',
    })
  return key
}

const fromHex = (text: string) =>
  Uint8Array.from({ length: BYTES }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))

function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace('=', ''))
  return Uint8Array.from(binary, char => char.charCodeAt(0))
}
