import { derSignature } from '../keys/der-signature.ts'
import { sha256 } from '../keys/sha256.ts'
import { CKA_ALWAYS_AUTHENTICATE, CKM_ECDSA, CKM_EDDSA, CKU_CONTEXT_SPECIFIC } from './constants.ts'
import type { Handle } from './cryptoki.ts'
import type { OpenToken } from './with-token.ts'

/** Bytes that a signature may have. */
const ROOM = 256

/** A token's signature: ECDSA of the SHA-256, which tokens give as r and s, or Ed25519 of the data. */
export function tokenSignature(token: OpenToken, key: Handle, isEdwards: boolean, data: Uint8Array): Buffer {
  const { cryptoki, session, pin } = token
  const eachTime = alwaysAuthenticates(token, key)
  cryptoki.C_SignInit(session, { mechanism: isEdwards ? CKM_EDDSA : CKM_ECDSA }, key)
  if (eachTime) cryptoki.C_Login(session, CKU_CONTEXT_SPECIFIC, pin)
  const signed = cryptoki.C_Sign(session, isEdwards ? Buffer.from(data) : sha256(data), Buffer.alloc(ROOM))
  return isEdwards ? Buffer.from(signed) : derSignature(signed)
}

/** Whether a key wants the PIN for each signature, as a smart card's signature slot does; some tokens do not know the question. */
function alwaysAuthenticates({ cryptoki, session }: OpenToken, key: Handle): boolean {
  try {
    return cryptoki.C_GetAttributeValue(session, key, [{ type: CKA_ALWAYS_AUTHENTICATE }])[0]?.value[0] === 1
  } catch (error) {
    if (error instanceof Error && /CKR_ATTRIBUTE_TYPE_INVALID/.test(error.message)) return false
    throw error
  }
}
