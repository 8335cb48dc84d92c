import { type Claim, isComparison } from '../core/model/claims/claim.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'

/** Throws where a claim asks for what the settings do not name. */
export function requireInputs(claims: readonly Claim[], { champion, latency }: Settings['certify']): void {
  const comparison = claims.find(isComparison)
  if (comparison && champion === undefined)
    throw lacking('champion', comparison.text, 'the predictions of the model in production on the same rows')
  const budget = claims.find(({ kind }) => kind === 'latency')
  if (budget && latency === undefined)
    throw lacking('latency', budget.text, 'the column of the milliseconds that each prediction took')
}

const lacking = (setting: string, claim: string, what: string) =>
  new UserError(
    'settings.missing',
    `Expected 'certify.${setting}' to be set (input ${setting}) for the claim "${claim}" but found nothing`,
    { hint: `Set it to ${what}, or drop the claim` },
  )
