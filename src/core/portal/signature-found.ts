import type { SignatureVerdict } from '../record/trust/signed-by.ts'

/** Whether somebody trusted signed a document of the log; `not asked`: nobody is named whose signature counts. */
export type SignatureFound =
  | { readonly state: 'verified' /** Who, by the name that the trust gives. */; readonly by: string }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'not asked' }

export const NOT_ASKED: SignatureFound = { state: 'not asked' }

/** The word of a verification, and what is to be held against the time of the log. */
export const signatureFound = (verdict: SignatureVerdict): SignatureFound =>
  'refused' in verdict
    ? { state: 'refused', reason: verdict.refused }
    : { state: 'verified', by: verdict.signedBy.name }

/** The same for a certificate that was decided by a policy: where policies are named, by one of those. */
export function byTrustedPolicy(
  found: SignatureFound,
  policy: string | undefined,
  trusted: readonly string[] | undefined,
): SignatureFound {
  if (found.state !== 'verified' || trusted === undefined || policy === undefined || trusted.includes(policy))
    return found
  return { state: 'refused', reason: `Expected a policy that is trusted here but found ${policy}` }
}
