import { U as UserError } from './user-error.js';
import { l as loadKeyTrust, a as loadTrust } from './load-trust.js';
import { o as openPolicy, p as policyFilesHere } from './open-policy.js';
import { p as policyInForce } from './policy-in-force.js';

/** What a verification was told of whom to believe. */
                           
                                                                
                                   
                                                
                                      
                                                                  
                                      
 

/**
 * Whom a verification believes: the policy's `trust`, with the one key that was named in place of its own. A key alone is enough, but
 * then no log is asked whether the certificate was revoked.
 */
async function whomToTrust({ key, policy, config }          , ports       )                                {
  const trust = await trustOf({ key, policy, config }, ports);
  if (key !== undefined) {
    if (trust === undefined) return key
    const { keys } = await loadKeyTrust(key, ports.files);
    const { identities: _, ...rest } = await loadTrust(trust, ports.files);
    return { ...rest, ...(keys ? { keys } : {}) }
  }
  if (trust !== undefined) return loadTrust(trust, ports.files)
  throw new UserError(
    'verify.trust',
    'Expected to know whom to trust but found neither a key nor a policy with trust',
    {
      hint: 'Give the public key of the certifier (--key proofmark.pub), or name keys or workflows under policy.trust',
    },
  )
}

async function trustOf({ key, policy, config }          , ports       )                             {
  if (policy !== undefined) {
    const opened = await openPolicy({ from: { file: policy } }, policyFilesHere(ports), ports);
    if (opened?.policy.trust !== undefined) return opened.policy.trust
    throw new UserError('verify.policy', `Expected ${policy} to say whom it trusts but found no 'trust'`, {
      file: policy,
      hint: 'Name keys or workflows under trust, as docs/policy.md has it',
    })
  }
  return key === undefined ? (await policyInForce(config, ports)).policy.trust : undefined
}

export { whomToTrust as w };
