import { m as matchNames } from './match-names.js';
import { r as readSha256Sums } from './sha256-sums.js';
import { p as payloadOf, r as readEnvelope, M as MAX_BUNDLE_BYTES, a as readBundle } from './bundle.js';
import { C as CERTIFICATE_EXTENSION, r as readStatement } from './read-statement.js';
import { E as EVIDENCE_FILE, S as SUMS_FILE, P as PROOF_FILE } from './record-files.js';
import { m as modelId } from './model-id.js';
import { s as statementStep, p as policyStep, a as aboutTheLog } from './about-the-log.js';
import { v as validityStep } from './validity-step.js';
import { U as UserError } from './user-error.js';
import { w as worstVerdict } from './verdict.js';
import { h as hashFiles } from './hash-files.js';
import { l as loadKeyTrust } from './load-trust.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { M as MAX_EVIDENCE_BYTES } from './evidence-document.js';
import { c as commitment, s as saltFile } from './commitment.js';
import { r as readEvidenceLines, M as MAX_EVIDENCE_LINES_BYTES, E as EvidenceStatement, e as evidenceUri } from './evidence-statement.js';
import { r as readJson } from './read-json.js';

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

/** Who signed and when, as a step of a verification says it. */
function signatureLine({ signedBy, signedAt }        )         {
  const who =
    signedBy.kind === 'key'
      ? `Signed by the key in ${signedBy.name}`
      : `Signed by ${signedBy.name}, ${signedBy.subject}`;
  return signedAt ? `${who}, at ${signedAt.at.toISOString()} as ${signedAt.by} says` : who
}

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

export { certifiedFiles as c, verify as v };
