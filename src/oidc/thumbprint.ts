import type { JsonWebKeys } from '../core/record/approvals/receipt.ts'

/** The thumbprint of a public key (RFC 7638, SHA-256): of what makes it this key, whatever else is said of it. */
export async function thumbprint(key: JsonWebKeys['keys'][number]): Promise<string> {
  const { calculateJwkThumbprint } = await import('jose')
  try {
    return await calculateJwkThumbprint(key, 'sha256')
  } catch {
    // A key that is none has no thumbprint, and so never is one that counts.
    return ''
  }
}
