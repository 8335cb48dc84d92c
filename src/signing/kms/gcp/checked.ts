import { UserError } from '../../../core/user-error.ts'
import { crc32c } from './crc32c.ts'

/** Bytes that arrived as Google Cloud KMS sent them, by their CRC-32C. @param what they are, for messages */
export function checked(bytes: Buffer, crc: string, what: string): Buffer {
  if (crc === String(crc32c(bytes))) return bytes
  throw damaged(what)
}

/** Where something was changed on its way to or from Google Cloud KMS. */
export const damaged = (what: string): UserError =>
  new UserError('kms.damaged', `Expected ${what} to have the checksum that belongs to it but found another`, {
    kind: 'environment',
    hint: 'Run it again; if it stays so, look for what changes the traffic on the way',
  })
