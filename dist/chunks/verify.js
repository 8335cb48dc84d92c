import { m as matchNames } from './match-names.js';
import { m as modelId, r as readSha256Sums } from './model-id.js';
import { p as payloadOf, b as readEnvelope, M as MAX_BUNDLE_BYTES, r as readBundle } from './bundle.js';
import { C as CERTIFICATE_EXTENSION, r as readStatement } from './read-statement.js';
import { E as EVIDENCE_FILE, S as SUMS_FILE, P as PROOF_FILE } from './record-files.js';
import { r as resourceUri, j as readEvidenceLines, M as MAX_EVIDENCE_LINES_BYTES, E as EvidenceStatement, d as evidenceUri, c as commitment, b as saltFile, v as validityStep, h as hashFiles } from './validity-step.js';
import { U as UserError } from './user-error.js';
import { w as worstVerdict } from './verdict.js';
import { v as encodeBase64, w as readTlogProof, Z as readLeaf, _ as openCheckpoint, $ as leafHash, a0 as verifyInclusion, a1 as cosignersOf, a2 as quorumFault, a3 as asOf, k as instant, a4 as MAX_PROOF_LENGTH, a5 as logTrust, m as loadKeyTrust } from './open-policy.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { M as MAX_EVIDENCE_BYTES } from './evidence-document.js';
import { r as readJson } from './read-json.js';
import { n as logFault, u as faultVerdict, j as isFault, L as LogFaultError } from './exit-code.js';
import { l as loggedAt } from './print-lines.js';
import { f as findRevocation } from './find-revocation.js';
import { o as outsideWindow } from './key-window.js';

/**
 * Whether the files given are the certified model: each certified file there with its bytes, no other file, and the model id
 * recomputed from what was read. `digests` holds the SHA-256 of the given bytes by certified name.
 */
function modelSteps(
  certified                                                                ,
  match           ,
  digests                             ,
  sha256                          ,
)         {
  const changed = certified.files.filter(({ name, digest }) => digests.has(name) && digests.get(name) !== digest.sha256);
  const files = [...digests].map(([name, digest]) => ({ name, digest: { sha256: digest } }));
  const id = modelId(files, sha256);
  const count = certified.files.length === 1 ? '1 file' : `${certified.files.length} files`;
  const faults = [
    ...match.missing.map(name => `${name} missing`),
    ...changed.map(({ name }) => `other bytes in ${name}`),
  ];
  return [
    {
      id: 'files',
      title: 'Every certified file is there, unchanged',
      ...(faults.length === 0
        ? { status: 'passed', reason: `${count} with the certified bytes` }
        : { status: 'failed', reason: `Expected ${count} as certified but found ${some(faults)}` }),
    },
    {
      id: 'no-extra-files',
      title: 'There is no other file',
      ...(match.extra.length === 0
        ? { status: 'passed', reason: 'Only certified files' }
        : {
            status: 'failed',
            reason: `Expected only certified files but found ${some(match.extra)} too`,
            hint: 'Name the model alone: every file that is used with it must have been certified with it',
          }),
    },
    {
      id: 'model-id',
      title: 'The model id follows from the bytes',
      ...(id === certified.id
        ? { status: 'passed', reason: `Recomputed ${id}` }
        : { status: 'failed', reason: `Expected ${certified.id} but recomputed ${id}` }),
    },
  ]
}

const some = (things                   ) =>
  `${things.slice(0, 3).join(', ')}${things.length > 3 ? ` and ${things.length - 3} more` : ''}`;

/** Whether a certificate is about the model that was asked for: one of another model must not stand in for it. */
function nameStep({ predicate }             , expected        )       {
  const step = { id: 'model-name', title: 'It is about the model that was asked for' };         
  const { name, version } = predicate[CERTIFICATE_EXTENSION].model;
  const versioned = version === undefined ? name : `${name} ${version}`;
  if (name !== undefined && (expected === name || expected === versioned))
    return { ...step, status: 'passed', reason: `It certifies ${versioned}` }
  return {
    ...step,
    status: 'failed',
    reason: `Expected a certificate of ${expected} but found one of ${name === undefined ? 'a model without a name' : versioned}`,
    hint: 'Give the certificate of that model',
  }
}

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

/** Who signed and when, as a step of a verification says it. */
function signatureLine({ signedBy, signedAt }        )         {
  const who =
    signedBy.kind === 'key'
      ? `Signed by the key in ${signedBy.name}`
      : `Signed by ${signedBy.name}, ${signedBy.subject}`;
  return signedAt ? `${who}, at ${signedAt.at.toISOString()} as ${signedAt.by} says` : who
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

/** What was found about one thing the certificate rests on. */
                 
                                    
                                
                                  
                        
 

/**
 * Whether everything the certificate rests on is in the folder, as it was: files by their bytes, signed statements by the bytes of
 * their payload, and what those statements refer to in turn. Confidential evidence is compared where its salt is there too.
 */
async function verifyEvidence({ predicate }             , folder        , ports       )                {
  const step = { id: 'evidence', title: 'The evidence is the one it rests on' };         
  const parts = [await verifyStatements(predicate.inputAttestations, folder, ports)];
  for (const { uri, digest } of predicate.inputAttestations)
    if (!uri.startsWith(`${EVIDENCE_FILE}#`)) parts.push(await verifyOne(uri, digest.sha256, folder, ports));
  const faults = parts.flatMap(part => part.faults);
  const open = parts.flatMap(part => part.open);
  if (faults.length > 0)
    return { ...step, status: 'failed', reason: `Expected the certified evidence but found ${faults.join(', ')}` }
  if (open.length > 0)
    return {
      ...step,
      status: 'inconclusive',
      reason: `Expected evidence that can be compared but found ${open.join(', ')}`,
      hint: 'Decrypt evidence.tar.age into this folder with `proofmark decrypt`, or take the file away',
    }
  const files = parts.reduce((sum, part) => sum + part.files, 0);
  return { ...step, status: 'passed', reason: `${files} files with the certified bytes` }
}

async function verifyOne(uri        , sha256        , folder        , ports       )                 {
  const [name = uri, fragment] = uri.split('#');
  const path = `${folder}/${name}`;
  if (name.includes('/') || !(await ports.files.exists(path))) return fault(`no ${path}`)
  if (fragment === undefined) {
    const { sha256: found } = await ports.files.digest(path);
    return found === sha256 ? sound(1) : fault(`other bytes in ${path}`)
  }
  const envelope = readEnvelope(readJson(await ports.files.read(path, { maxBytes: MAX_BUNDLE_BYTES })));
  return envelope && ports.sha256(payloadOf(envelope)) === sha256 ? sound(1) : fault(`another payload in ${path}`)
}

async function verifyStatements(
  resources                                               ,
  folder        ,
  ports       ,
)                 {
  const prefix = evidenceUri('');
  const certified = new Map(
    resources.filter(({ uri }) => uri.startsWith(prefix)).map(({ uri, digest }) => [digest.sha256, uri]),
  );
  if (certified.size === 0) return sound(0)
  const path = `${folder}/${EVIDENCE_FILE}`;
  if (!(await ports.files.exists(path))) return fault(`no ${path}`)
  const lines = readEvidenceLines(await ports.files.readText(path, { maxBytes: MAX_EVIDENCE_LINES_BYTES }));
  if ('reason' in lines) return fault(`${path} that cannot be read: ${lines.reason}`)
  const parts          = [sound(1)];
  for (const envelope of lines) {
    const payload = payloadOf(envelope);
    if (!certified.delete(ports.sha256(payload))) parts.push(fault(`a statement in ${path} that was not certified`));
    const statement = EvidenceStatement.safeParse(readJson(payload));
    if (statement.success) parts.push(await verifyFile(statement.data.predicate[EVIDENCE_SCHEMA], folder, ports));
  }
  parts.push(...[...certified.values()].map(uri => fault(`no statement ${uri.slice(prefix.length)} in ${path}`)));
  return {
    faults: parts.flatMap(({ faults }) => faults),
    open: parts.flatMap(({ open }) => open),
    files: parts.reduce((sum, { files }) => sum + files, 0),
  }
}

/** The file that a gate's statement refers to. It may be missing only where it is confidential. */
async function verifyFile(reference                   , folder        , ports       )                 {
  const { name, digest, commitment: committed } = reference;
  const path = `${folder}/${name}`;
  const there = await ports.files.exists(path);
  if (digest !== undefined) {
    if (!there) return fault(`no ${path}`)
    return (await ports.files.digest(path)).sha256 === digest.sha256 ? sound(1) : fault(`other bytes in ${path}`)
  }
  if (!there) return sound(0)
  const salt = `${folder}/${saltFile(name)}`;
  if (!(await ports.files.exists(salt))) return { faults: [], open: [`${path} without its salt`], files: 0 }
  const [content, salted] = [await read(path, ports), await read(salt, ports)];
  return commitment(salted, content, ports.sha256) === committed?.sha256 ? sound(1) : fault(`other bytes in ${path}`)
}

const sound = (files        )        => ({ faults: [], open: [], files });
const fault = (what        )        => ({ faults: [what], open: [], files: 0 });

async function read(path        , { files }       )                      {
  try {
    return await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES })
  } catch (error) {
    if (error instanceof UserError && error.code === 'file.too-large') return new Uint8Array()
    throw error
  }
}

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

/** That something is in a trusted log. */
                         
                        
                     
                                 
                                                                          
                                       
                                                                                 
                      
 

/** What must be in the log: a document by its SHA-256 as leaves write it, as one type of leaf where that matters. */
                         
                           
                              
 

/**
 * Verifies, offline, that a `.tlog-proof` file proves a document to be in a log under a checkpoint that we trust: signed by the log,
 * cosigned by the quorum, recently enough. The entry is taken from the proof's extra data and believed because the proof leads from
 * its hash to the signed root.
 */
function verifyLogProof(
  proofText        ,
  sought        ,
  trust          ,
  now      ,
  crypto           ,
)                    {
  const proof = readTlogProof(proofText);
  if (typeof proof === 'string') return logFault('unproven', lower(proof))
  const leaf = proof.extra === undefined ? undefined : readLeaf(proof.extra);
  if (proof.extra === undefined || leaf === undefined)
    return logFault('unproven', 'expected the entry in the extra data of the proof but found none')
  if (leaf.document !== sought.document)
    return logFault('unproven', `expected a proof about ${sought.document} but found one about ${leaf.document}`)
  if (sought.type !== undefined && leaf.type !== sought.type)
    return logFault('unproven', `expected a proof about a ${sought.type} but found one about a ${leaf.type}`)
  const checkpoint = openCheckpoint(proof.checkpoint, trust.origin, trust.key, crypto);
  if (typeof checkpoint === 'string') return logFault('unsigned', lower(checkpoint))
  const entry = leafHash(crypto.hash, proof.extra);
  if (!verifyInclusion(proof.index, entry, proof.hashes, checkpoint, crypto.hash))
    return logFault('unproven', `expected a proof of entry ${proof.index} but it does not lead to the root`)
  const cosigners = cosignersOf(checkpoint.note, trust, now, crypto);
  const fault = quorumFault(cosigners, trust, now);
  if (fault !== undefined) return fault
  const at = asOf(cosigners, trust.quorum);
  const { origin, size, root } = checkpoint;
  return {
    index: proof.index,
    leaf,
    checkpoint: { origin, size, root },
    witnesses: cosigners.map(({ name }) => name),
    ...(at === undefined ? {} : { asOf: at }),
  }
}

const lower = (sentence        ) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

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

const MAX_SUMS_BYTES = 64 * 1024 * 1024;

                                
                                 
                              
                                                            
                                   
                                                                                           
                                    
                                                                                          
                                        
                                                                         
                                    
                                                          
                                      
                                                                                      
                                     
 

                               
                                                                                                                    
                                                           
                                                  
                           
                                                                                      
                                 
                                                                        
                                                                           
 

/**
 * Verifies, offline, that a certificate by somebody trusted is about exactly these model files, valid now, and, where a log is trusted,
 * in it and not revoked. Where the model
 * lies does not matter, how its files are named and arranged does: the folder that all given paths share stands for the folder
 * that all certified names share. Throws only for a key or a path that cannot be read.
 */
async function verify(options               , ports       )                        {
  const { key } = options;
  const trust = typeof key === 'string' ? await loadKeyTrust(key, ports.files) : key;
  const read = await readCertificate(options.certificate, ports);
  const bundle = { id: 'bundle', title: 'It is a signed bundle' };         
  if ('reason' in read) return conclude([{ ...bundle, status: 'inconclusive', reason: read.reason }])
  const steps         = [{ ...bundle, status: 'passed', reason: `${options.certificate} holds one signed statement` }];

  const signature = {
    id: 'signature',
    title: typeof key === 'string' ? 'The key signed it' : 'Somebody trusted signed it',
  };         
  const logTimeComes = trust.log !== undefined || options.log !== undefined;
  const signed = await ports.signing.verify(read.text, trust, { logTimeComes });
  if ('refused' in signed) return conclude([...steps, { ...signature, status: 'failed', reason: signed.refused }])
  steps.push({ ...signature, status: 'passed', reason: signatureLine(signed) });

  const statement = readStatement(signed.payload, signed.payloadType);
  steps.push(statementStep(statement));
  if (statement.kind === 'unknown') return conclude(steps)
  if (statement.kind === 'refusal') return conclude(steps, statement.statement)

  const certificate = statement.statement;
  if (options.name !== undefined) steps.push(nameStep(certificate, options.name));
  if (trust.policies) steps.push(policyStep(certificate, trust.policies));
  steps.push(...(await aboutTheModel(certificate, options, ports)));
  if (options.evidence !== undefined) steps.push(await verifyEvidence(certificate, options.evidence, ports));
  steps.push(validityStep(certificate.predicate[CERTIFICATE_EXTENSION].validity, ports.now()));
  const logged = {
    sha256: ports.sha256(read.text),
    modelId: certificate.subject[0].digest.sha256,
    key: signed.signedBy.kind === 'key' ? signed.signedBy.sha256 : undefined,
    window: signed.window,
    seen: certificate.predicate[CERTIFICATE_EXTENSION].log,
  };
  const proof = options.proof ?? proofBeside(options.certificate);
  steps.push(...(await aboutTheLog({ certificate: logged, trusted: trust.log, log: options.log, proof }, ports)));
  return conclude(steps, certificate)
}

/** `certificate.tlog-proof` in the certificate's folder. */
const proofBeside = (certificate        ) => `${certificate.slice(0, certificate.lastIndexOf('/') + 1)}${PROOF_FILE}`;

async function readCertificate(path        , { files }       )                                                 {
  const found = await files.exists(path);
  try {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES });
    const read = readBundle(text);
    return 'reason' in read ? read : { text }
  } catch (error) {
    if (!found || !(error instanceof UserError) || error.kind !== 'input') throw error
    return { reason: error.message }
  }
}

async function aboutTheModel(certificate             , options               , ports       )                  {
  const files = { id: 'files', title: 'Every certified file is there, unchanged', status: 'inconclusive' };         
  const id = certificate.subject[0].digest.sha256;
  const certified = await certifiedFiles(certificate, options.certificate, ports);
  if (!certified)
    return [
      {
        ...files,
        reason: `Expected the certified files in the certificate, or in the ${SUMS_FILE} it names, but found neither`,
        hint: `Put the ${SUMS_FILE} that was published with the certificate beside it`,
      },
    ]
  const given = options.model.length === 0 ? [] : await ports.files.list(options.model);
  if (given.length === 0) return [{ ...files, reason: 'Expected model files to verify but found none' }]
  const match = matchNames(
    certified.map(file => file.name),
    given,
  );
  const digests = new Map                ();
  const names = new Map([...match.pairs].map(([name, path]) => [path, name]));
  for await (const { path, sha256 } of hashFiles([...names.keys()], ports.files, ports.log))
    digests.set(names.get(path) ?? path, sha256);
  return modelSteps({ id, files: certified }, match, digests, ports.sha256)
}

/** The files the certificate lists; for a model of too many, those of the `SHA256SUMS` beside it, if its bytes are the certified ones. */
async function certifiedFiles(
  { subject: [model, ...listed] }             ,
  path        ,
  { files, sha256 }       ,
)                                             {
  if (listed.length > 0) return listed
  const beside = `${path.slice(0, path.lastIndexOf('/') + 1)}${SUMS_FILE}`;
  if (!(await files.exists(beside))) return undefined
  const text = await files.readText(beside, { maxBytes: MAX_SUMS_BYTES });
  return sha256(text) === model.digest.sha256 ? readSha256Sums(text) : undefined
}

function conclude(steps                 , statement                            )               {
  const verdict = worstVerdict(steps.map(step => step.status));
  const outcome = ({ passed: 'verified', failed: 'refused', inconclusive: 'unverifiable' }         )[verdict];
  return { outcome, verdict, steps, ...(statement ? { statement } : {}) }
}

export { verifyLogProof as a, aboutTheLog as b, certifiedFiles as c, policyStep as p, statementStep as s, verify as v };
