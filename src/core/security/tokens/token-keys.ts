import type { Ciphers } from './ciphers.ts'

/** Keys for columns, derived from one secret. */
export interface TokenKeys {
  /** Eight hexadecimal digits that name the secret and tell nothing of it. */
  readonly id: string
  /** The key for one method and one domain (a column's name unless the contract says otherwise): others are independent of it. */
  of(method: string, domain: string, bytes: number): Uint8Array
}

/** Derives every key by HKDF from the secret, each with a purpose of its own. */
export function tokenKeys(secret: Uint8Array, { hkdf }: Ciphers): TokenKeys {
  const purpose = (...parts: string[]) => ['proofmark tokens v1', ...parts].join('\0')
  const id = [...hkdf(secret, purpose('id'), 4)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return { id, of: (method, domain, bytes) => hkdf(secret, purpose('key', method, domain), bytes) }
}
