import { p as policyInForce } from './policy-in-force.js';
import { U as UserError } from './user-error.js';

/**
 * The log that the policy of the settings trusts, with its witnesses, where that is the log that is meant. A policy that is kept on GitHub
 * is not at hand here: then the flags have to name the witnesses.
 */
async function policyLog({ settings, place, ports }          )                                  {
  if (place.config === undefined) return undefined
  const { policy } = await policyInForce(place.config, ports).catch(withoutGitHub);
  const trusted = policy.trust?.log;
  return settings['verifier-key'] === undefined || trusted?.key === settings['verifier-key'] ? trusted : undefined
}

function withoutGitHub(error         )                                                      {
  if (error instanceof UserError && error.code === 'policy.no-github') return { policy: {} }
  throw error
}

export { policyLog as p };
