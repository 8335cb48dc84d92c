import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../../core/user-error.ts'

/** What a token, an object or a session is called while it is used. */
export type Handle = Buffer

export interface Attribute {
  readonly type: number
  readonly value?: Buffer | number | boolean
}

/** What pkcs11js declares, as far as it is used: the functions of PKCS#11 by their own names. */
export interface Cryptoki {
  load(path: string): void
  close(): void
  C_Initialize(): void
  C_Finalize(): void
  C_GetSlotList(tokenPresent: boolean): Handle[]
  C_GetTokenInfo(slot: Handle): { label: string; serialNumber: string }
  C_OpenSession(slot: Handle, flags: number): Handle
  C_Login(session: Handle, user: number, pin: string): void
  C_FindObjectsInit(session: Handle, template: Attribute[]): void
  C_FindObjects(session: Handle, most: number): Handle[]
  C_FindObjectsFinal(session: Handle): void
  C_GetAttributeValue(session: Handle, object: Handle, template: Attribute[]): { value: Buffer }[]
  C_SignInit(session: Handle, mechanism: { mechanism: number }, key: Handle): void
  C_Sign(session: Handle, data: Buffer, signature: Buffer): Buffer
}

/** What the package exports; a constructor cannot be told from another function. */
const Package = z.object({ PKCS11: z.custom<new () => Cryptoki>(value => typeof value === 'function') })

/**
 * Loads pkcs11js from the `node_modules` of a folder: its native part is built where it is installed, so it cannot come with Proofmark.
 */
export function cryptoki(root: string): Cryptoki {
  const require = createRequire(join(root, 'proofmark.js'))
  try {
    return new (Package.parse(require('pkcs11js')).PKCS11)()
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND'
    const found = isMissing ? 'it missing, or its native part not built' : 'one that cannot be loaded'
    throw new UserError('kms.no-pkcs11js', `Expected pkcs11js to be installed but found ${found}`, {
      kind: 'environment',
      hint: 'Run npm install --no-save pkcs11js in a step before; it needs a C++ compiler, and npm must be allowed to run its script',
      cause,
    })
  }
}
