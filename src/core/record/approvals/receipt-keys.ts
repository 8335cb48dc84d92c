import type { TrustedApprovalWorkflow } from '../trust/trust.ts'
import type { ReceiptBar } from './judge-receipt.ts'

/**
 * Why the kept keys are believed to be the issuer's: their thumbprints stand in the policy; or the issuer itself, asked over TLS,
 * shows them now; or only that the log has the receipt, which then rests on who may write there and on those who watched it come in.
 */
export type KeyTrust = 'policy' | 'issuer' | 'log'

/** Whether the key that signed counts, and why. What the policy pins decides alone; an issuer that was asked is not overruled by the log. */
export function keyTrustOf(
  key: string,
  { keys, issuer }: TrustedApprovalWorkflow,
  { shownKeys, loggedAt }: Pick<ReceiptBar, 'shownKeys' | 'loggedAt'>,
): { readonly restsOn: KeyTrust } | { readonly refused: string } {
  if (keys !== undefined)
    return keys.includes(key)
      ? { restsOn: 'policy' }
      : { refused: `the policy does not name the key that signed it (${key})` }
  const shown = shownKeys?.get(issuer)
  if (shown !== undefined)
    return shown.includes(key)
      ? { restsOn: 'issuer' }
      : { refused: `${issuer} does not show the key that signed it (${key}); pin it in the policy if it once did` }
  if (loggedAt !== undefined) return { restsOn: 'log' }
  return { refused: `nothing says that the key that signed it (${key}) is one of ${issuer}` }
}
