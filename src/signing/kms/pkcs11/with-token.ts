import { UserError } from '../../../core/user-error.ts'
import { CKF_SERIAL_SESSION, CKU_USER } from './constants.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import type { Pkcs11Reference } from './pkcs11-reference.ts'
import { tokenFault } from './token-faults.ts'

/** A token one is logged in to. */
export interface OpenToken {
  readonly cryptoki: Cryptoki
  readonly session: Handle
  readonly pin: string
}

/** Where a token is found, and what opens it. */
export interface TokenAccess {
  readonly cryptoki: Cryptoki
  /** The library that talks to it. */
  readonly module: string
  readonly reference: Pkcs11Reference
  readonly pin: string
  /** The token and key as messages name them. */
  readonly name: string
}

/**
 * Logs in to the one token that a reference names, uses it and ends everything again: nothing is left open between two signatures, and
 * since nothing in here waits, two uses never meet.
 */
export function withToken<T>({ cryptoki, module, reference, pin, name }: TokenAccess, use: (token: OpenToken) => T): T {
  try {
    cryptoki.load(module)
    try {
      cryptoki.C_Initialize()
      try {
        const session = cryptoki.C_OpenSession(slotOf(cryptoki, reference, name), CKF_SERIAL_SESSION)
        cryptoki.C_Login(session, CKU_USER, pin)
        return use({ cryptoki, session, pin })
      } finally {
        cryptoki.C_Finalize()
      }
    } finally {
      cryptoki.close()
    }
  } catch (cause) {
    throw tokenFault(name, cause)
  }
}

function slotOf(cryptoki: Cryptoki, { token, serial, slotId }: Pkcs11Reference, name: string): Handle {
  const matches = cryptoki.C_GetSlotList(true).filter(slot => {
    if (slotId !== undefined && slot.readUInt32LE(0) !== slotId) return false
    if (token === undefined && serial === undefined) return true
    const { label, serialNumber } = cryptoki.C_GetTokenInfo(slot)
    return (
      [token ?? label.trim(), serial ?? serialNumber.trim()].join('\n') ===
      [label.trim(), serialNumber.trim()].join('\n')
    )
  })
  const [slot] = matches
  if (slot !== undefined && matches.length === 1) return slot
  throw new UserError('kms.token', `Expected one PKCS#11 token for ${name} but found ${matches.length}`, {
    kind: 'environment',
    hint: matches.length === 0 ? 'Plug the token in, and check its label' : 'Name it by its serial or slot-id',
  })
}
