import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'

/** What a certificate is called by in conversation: 32 hexadecimal digits. */
export const Serial = z.string().regex(/^[0-9a-f]{32}$/, 'Expected 32 lower-case hexadecimal digits')

/** A certificate's serial: the first 128 bits of the SHA-256 of its statement without it, as canonical JSON. Equal statements have equal serials. */
export const serialOf = (statement: object, sha256: (text: string) => string): string =>
  sha256(canonicalJson(statement)).slice(0, 32)
