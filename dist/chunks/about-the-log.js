import { C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { r as resourceUri } from './statement-head.js';
import { l as logFault, f as faultVerdict, i as isFault, L as LogFaultError } from './log-fault.js';
import { e as encodeBase64, K as logTrust } from './read-log.js';
import { l as loggedAt } from './logged-at.js';
import { M as MAX_PROOF_LENGTH } from './append-to-log.js';
import { v as verifyLogProof } from './verify-proof.js';
import { f as findRevocation } from './find-revocation.js';
import { i as instant } from './instant.js';
import { o as outsideWindow } from './key-window.js';

/** Whether a certificate was decided by a policy that is trusted. */
function policyStep({ predicate: { policy } }             , trusted                   )       {
  const step = { id: 'policy', title: 'It was decided by a trusted policy' };         
  const { sha256 } = policy.digest;
  if (trusted.includes(sha256)) return { ...step, status: 'passed', reason: `Decided by ${policy.uri} (${sha256})` }
  return {
    ...step,
    status: 'failed',
    reason: `Expected a policy that is trusted here but found ${policy.uri} (${sha256})`,
    hint: 'Certify the model again by the policy in force, or add the digest to trust.policies',
  }
}

/** Whether a signed statement is a certificate, says PASSED, and names one model throughout. */
function statementStep(read           )       {
  const step = { id: 'statement', title: 'It certifies a model' };         
  if (read.kind === 'unknown') return { ...step, status: 'inconclusive', reason: read.reason }
  if (read.kind === 'refusal') {
    const { verdict, rules } = read.statement.predicate;
    const why = rules.filter(rule => rule.status !== 'passed').map(rule => rule.reason);
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate but found a refusal (${verdict}): ${why.join('; ')}`,
    }
  }
  const { subject, predicate } = read.statement;
  const extension = predicate[CERTIFICATE_EXTENSION];
  if (predicate.verificationResult !== 'PASSED')
    return {
      ...step,
      status: 'failed',
      reason: `Expected the verification result PASSED but found ${predicate.verificationResult}`,
    }
  const { sha256, dirHash1 } = subject[0].digest;
  if (dirHash1 !== sha256 || extension.model.id !== sha256)
    return { ...step, status: 'failed', reason: 'Expected one model id throughout the certificate but found several' }
  const resource = resourceUri(extension.model, sha256);
  if (predicate.resourceUri !== resource)
    return { ...step, status: 'failed', reason: `Expected the resource ${resource} but found ${predicate.resourceUri}` }
  const { name, version, id } = extension.model;
  const called = [name, version].filter(part => part !== undefined).join(' ');
  const gates = extension.gates.map(({ gate }) => gate).join(', ');
  const waived = extension.waivers.map(
    waiver => `${'model' in waiver ? waiver.rule : waiver.name} until ${lastDay(waiver.expires)}`,
  );
  return {
    ...step,
    status: 'passed',
    reason: `Model ${called === '' ? id : `${called} (${id})`} met the policy by ${gates}${waived.length === 0 ? '' : `, but for what is waived: ${waived.join(', ')}`}`,
  }
}

/** The last day on which something holds that ends at a time: what the policy says of it. */
const lastDay = (end        ) => new Date(Date.parse(end) - 1).toISOString().slice(0, 10);

/** A log, as far as it is known. */
                           
                                 
                                                                                                        
                                                
 

/**
 * Why a log is not the one that a certificate saw when it was made: it has lost entries since, or has others in their place. Whoever holds
 * a certificate finds out so, who never looked at the log before. Undefined where it continues what was seen, and of another log.
 */
function seenFault({ origin, lastSeen }          , { checkpoint, rootOf }          )                       {
  if (lastSeen === undefined || origin !== checkpoint.origin) return undefined
  const { size, root } = lastSeen;
  if (checkpoint.size < size)
    return logFault('rollback', `size ${checkpoint.size} < ${size}, which the certificate has seen (${origin})`)
  return rootOf === undefined || encodeBase64(rootOf(size)) === root
    ? undefined
    : logFault('fork', `the log at size ${size} is not the one that the certificate has seen (${origin})`)
}

const STEP$1 = { id: 'logged', title: 'It is in the log' };         

const HINTS = {
  failed: 'Do not promote: ask who keeps the log',
  inconclusive: 'Run `proofmark witness` where the witnesses are kept, then try again',
};         

/** Whether a certificate is proved to be in the trusted log, under a checkpoint that enough witnesses have seen. */
function loggedStep(found                   , modelId        )       {
  if (isFault(found))
    return { ...STEP$1, status: faultVerdict(found.fault), reason: found.message, hint: HINTS[faultVerdict(found.fault)] }
  const { index, leaf, checkpoint, witnesses, asOf } = found;
  if (leaf.id !== `sha256:${modelId}`)
    return {
      ...STEP$1,
      status: 'failed',
      reason: `Expected the entry to be about model sha256:${modelId} but it is about ${leaf.id ?? 'none'}`,
    }
  const seen = asOf === undefined ? '' : `, which ${witnesses.join(', ')} had seen by ${asOf.toISOString()}`;
  return {
    ...STEP$1,
    status: 'passed',
    reason: `Entry ${index} of ${checkpoint.origin} at size ${checkpoint.size}${seen}`,
  }
}

/** Where the log itself is not believed: whatever it says counts for nothing. */
const unbelievedStep = ({ fault, message, hint }          )       => ({
  id: 'log',
  title: 'The log holds together',
  status: faultVerdict(fault),
  reason: message,
  hint,
});

/** Where the log, read whole, continues what a certificate saw of it; no step where that saw nothing, or another log. */
const continuedStep = (seen                      , { origin, size }            )         =>
  seen?.lastSeen === undefined || seen.origin !== origin
    ? []
    : [
        {
          id: 'log',
          title: 'The log holds together',
          status: 'passed',
          reason: `Its ${size} entries continue the ${seen.lastSeen.size} that the certificate had seen`,
        },
      ];

/** Where there is no proof: nothing is known of it. */
const unprovenStep = (path        )       => ({
  ...STEP$1,
  status: 'inconclusive',
  reason: `Expected a proof that it is in the log at ${path} but found none`,
  hint: 'Put the .tlog-proof file that was published with the certificate beside it, or make one with `proofmark log prove`',
});

const STEP = { id: 'not-revoked', title: 'Nobody has revoked it' };         

/** Whether the whole log, up to its end, revokes a certificate or the key that signed it. */
function revocationStep(
  found                                       ,
  log                                   ,
)       {
  if (found === undefined)
    return {
      ...STEP,
      status: 'passed',
      reason: `None of the ${log.entries} entries of ${log.name} revokes it or its key`,
    }
  if (found === 'unreadable')
    return {
      ...STEP,
      status: 'inconclusive',
      reason: `${log.name} holds a revocation that may be of this certificate, and its document is not kept`,
      hint: 'Ask who keeps the log for the document, or certify the model again',
    }
  const what = found.key === undefined ? 'certificate' : 'key';
  return {
    ...STEP,
    status: 'failed',
    reason: `The ${what} was revoked at ${found.at}: ${found.reason}`,
    hint: 'Do not promote: certify the model again',
  }
}

/** Where a log is trusted and not there to be read: a proof that it is in the log says nothing of what came after. */
const unreadLogStep       = {
  ...STEP,
  status: 'inconclusive',
  reason: 'Expected the log itself, which alone can say what was revoked, but it was not given',
  hint: 'Name it in record.log, or with --repository; where there is no network, give the folder of a clone with --remote',
};

/** Whether a signature without a time of its own was in the log while its key counted. The log's clock is not the signer's. */
function windowStep(window           , loggedAt                  )       {
  const step = { id: 'key-window', title: 'Its key counted when it was logged' };         
  if (!loggedAt)
    return {
      ...step,
      status: 'failed',
      reason:
        'Expected a time that somebody else than the signer vouches for, because the key counts for some time only, but found none',
      hint: 'Sign with a time-stamp authority, or give the proof that it is in the log',
    }
  const fault = outsideWindow(window, loggedAt);
  return fault === undefined
    ? { ...step, status: 'passed', reason: `Logged at ${instant(loggedAt)}` }
    : { ...step, status: 'failed', reason: fault, hint: 'Certify the model again with a key that counts now' }
}

/** A certificate, as the log knows it. */
                                    
                              
                         
                          
                                                                 
                                  
                                                                       
                                        
                                                 
                                     
 

                 
                                         
                                        
                                          
                                             
                                     
                                                                                  
                        
 

/** What the log says: that it took the certificate in, in time for its key, and that nobody has revoked it since. */
async function aboutTheLog({ certificate, trusted, log, proof }       , ports       )                  {
  const { window, seen } = certificate;
  if (log) {
    const read = await readOrFault(log);
    if (isFault(read)) return [unbelievedStep(read)]
    const { leaves, documents, witnessed, rootOf } = read;
    const lost = seen && seenFault(seen, { checkpoint: witnessed.checkpoint, rootOf });
    if (lost) return [unbelievedStep(lost)]
    const document = `sha256:${certificate.sha256}`;
    const index = leaves.findIndex(leaf => leaf.type === 'certificate' && leaf.document === document);
    const leaf = leaves[index];
    const asked = { sha256: certificate.sha256, modelId: certificate.modelId, key: certificate.key };
    return [
      ...continuedStep(seen, witnessed.checkpoint),
      ...(trusted ? [loggedStep(leaf ? entry(index, leaf) : missing(), certificate.modelId)] : []),
      ...(window ? [windowStep(window, leaf && loggedAt(leaves, index))] : []),
      revocationStep(findRevocation(leaves, documents, asked), { name: log.name, entries: leaves.length }),
    ]

    function entry(index        , leaf                )                                       {
      if (index >= witnessed.size)
        return logFault(
          'unwitnessed',
          `entry ${index} of ${log?.name} is new: its witnesses have seen ${witnessed.size}`,
        )
      const { asOf, witnesses, checkpoint } = witnessed;
      return { index, leaf, checkpoint, witnesses, ...(asOf ? { asOf } : {}) }
    }
    function missing() {
      return logFault(
        'unproven',
        `expected ${document} among the ${leaves.length} entries of ${log?.name} but found none`,
      )
    }
  }
  if (!trusted) return window ? [windowStep(window, undefined)] : []
  const found = await proven(certificate, trusted, proof, ports);
  if (found === undefined)
    return [unprovenStep(proof), ...(window ? [windowStep(window, undefined)] : []), unreadLogStep]
  const behind = seen && 'leaf' in found ? seenFault(seen, found) : undefined;
  return [
    loggedStep(behind ?? found, certificate.modelId),
    ...(window ? [windowStep(window, 'leaf' in found ? new Date(found.leaf.at) : undefined)] : []),
    unreadLogStep,
  ]
}

async function readOrFault(log           )                                 {
  try {
    return await log.read(['revocation'])
  } catch (error) {
    if (error instanceof LogFaultError) return error.fault
    throw error
  }
}

async function proven({ sha256 }                   , trusted            , path        , ports       ) {
  if (!(await ports.files.exists(path))) return undefined
  const text = await ports.files.readText(path, { maxBytes: MAX_PROOF_LENGTH });
  const trust = logTrust(trusted, ports.noteKeys.hash);
  return verifyLogProof(text, { document: `sha256:${sha256}`, type: 'certificate' }, trust, ports.now(), ports.noteKeys)
}

export { aboutTheLog as a, policyStep as p, statementStep as s };
