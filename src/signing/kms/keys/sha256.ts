import { createHash } from 'node:crypto'

/** SHA-256 of bytes. */
export const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest()
