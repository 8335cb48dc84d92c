import { fileURLToPath } from 'node:url'
import { UserError } from '../../../core/user-error.ts'
import { type Environment, variable } from '../environment.ts'
import { noCredentials } from '../http/no-credentials.ts'
import { secretFile } from '../http/secret-file.ts'
import type { Pkcs11Reference } from './pkcs11-reference.ts'

/** The user's PIN: from the file that `pin-source` names (RFC 7512 §2.4), or from `PROOFMARK_PKCS11_PIN`. */
export async function pinOf({ pinSource }: Pkcs11Reference, environment: Environment): Promise<string> {
  if (pinSource !== undefined) return secretFile(pathOf(pinSource), 'pin-source')
  const pin = variable(environment, 'PROOFMARK_PKCS11_PIN')
  if (pin !== undefined) return pin
  throw noCredentials(
    'the PKCS#11 token',
    'Give the step PROOFMARK_PKCS11_PIN from a secret, or name a file by pin-source',
  )
}

function pathOf(source: string): string {
  if (source.startsWith('/')) return source
  if (URL.canParse(source) && new URL(source).protocol === 'file:') return fileURLToPath(source)
  throw new UserError('kms.reference', 'Expected pin-source to name a file but found something else', {
    hint: 'Write it as pin-source=file:/run/secrets/pin: no program is run for it',
  })
}
