import { createHmac, hkdfSync } from 'node:crypto'
import type { Ciphers } from '../core/security/tokens/ciphers.ts'

/** HKDF and HMAC by Node's OpenSSL, AES-SIV and FF1 by noble, which is loaded with it. */
export async function nodeCiphers(): Promise<Ciphers> {
  const [{ aessiv }, { FF1 }] = await Promise.all([import('@noble/ciphers/aes.js'), import('@noble/ciphers/ff1.js')])
  return {
    hkdf: (secret, info, length) => new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, length)),
    hmac: (key, message) => new Uint8Array(createHmac('sha256', key).update(message, 'utf8').digest()),
    aesSiv: key => ({
      seal: (plain, associated = []) => aessiv(key, ...associated).encrypt(plain),
      open(sealed, associated = []) {
        try {
          return aessiv(key, ...associated).decrypt(sealed)
        } catch {
          return undefined
        }
      },
    }),
    ff1(radix, key, tweak) {
      const cipher = FF1(radix, key, tweak)
      return { encrypt: numerals => cipher.encrypt([...numerals]), decrypt: numerals => cipher.decrypt([...numerals]) }
    },
  }
}
