import { policyInForce } from '../../commands/policy-in-force.ts'
import type { TrustedLog } from '../../core/record/trust/trust.ts'
import { UserError } from '../../core/user-error.ts'
import type { GivenLog } from './log-flags.ts'

/**
 * The log that the policy of the settings trusts, with its witnesses, where that is the log that is meant. A policy that is kept on GitHub
 * is not at hand here: then the flags have to name the witnesses.
 */
export async function policyLog({ settings, place, ports }: GivenLog): Promise<TrustedLog | undefined> {
  if (place.config === undefined) return undefined
  const { policy } = await policyInForce(place.config, ports).catch(withoutGitHub)
  const trusted = policy.trust?.log
  return settings['verifier-key'] === undefined || trusted?.key === settings['verifier-key'] ? trusted : undefined
}

function withoutGitHub(error: unknown): { readonly policy: { readonly trust?: undefined } } {
  if (error instanceof UserError && error.code === 'policy.no-github') return { policy: {} }
  throw error
}
