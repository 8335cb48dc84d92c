import { UserError } from '../../../core/user-error.ts'

/** What to do about the return values of PKCS#11 that a user can mend. */
const HINTS: Readonly<Record<string, string>> = {
  CKR_PIN_INCORRECT:
    'Check PROOFMARK_PKCS11_PIN or pin-source before another try: after some wrong PINs a token locks itself',
  CKR_PIN_INVALID:
    'Check PROOFMARK_PKCS11_PIN or pin-source before another try: after some wrong PINs a token locks itself',
  CKR_PIN_LEN_RANGE:
    'Check PROOFMARK_PKCS11_PIN or pin-source before another try: after some wrong PINs a token locks itself',
  CKR_PIN_LOCKED: 'Have the security officer of the token set a new PIN',
  CKR_PIN_EXPIRED: 'Set a new PIN on the token',
  CKR_USER_PIN_NOT_INITIALIZED: 'Have the security officer of the token set its PIN',
  CKR_TOKEN_NOT_PRESENT: 'Plug the token in, or check its slot',
  CKR_DEVICE_REMOVED: 'Plug the token in again',
  CKR_SESSION_COUNT: 'End other programs that use the token, or raise its limit of sessions',
  CKR_MECHANISM_INVALID: 'Make a P-256 key: this token cannot sign with this one (CKM_ECDSA, CKM_EDDSA)',
  CKR_KEY_FUNCTION_NOT_PERMITTED: 'Make a key that may sign (CKA_SIGN)',
  CKR_KEY_TYPE_INCONSISTENT: 'Make a P-256 key: this token cannot sign with this one (CKM_ECDSA, CKM_EDDSA)',
}

/** What a token or its module refused, by its return value. Nothing of what was sent to it is in the message, the PIN least of all. */
export function tokenFault(reference: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause
  const words = cause instanceof Error ? cause.message : ''
  const value = /CKR_\w+/.exec(words)?.[0]
  return new UserError(
    'kms.token',
    `Expected the PKCS#11 token to work for ${reference} but found ${value ?? 'that its module cannot be loaded or used'}`,
    {
      kind: 'environment',
      hint: (value && HINTS[value]) ?? "Check the module, the token and its configuration with the maker's own program",
    },
  )
}
