import { M as MAX_BUNDLE_BYTES, I as readBundle, w as worstVerdict, a as visible, V as VERDICT_SIGN, d as escapeText, t as table } from './context.js';
import { O as modelId, d as CERTIFICATE_EXTENSION, L as readStatement, K as validityStep, a as SUMS_FILE, Q as readSha256Sums } from './print-lines.js';
import { U as UserError } from './validate.js';

/** How the files somebody has stand to the names in a certificate. */
                            
                                                        
                                             
                                     
                                   
 

/** Foldings tried to describe a mismatch; a match never depends on it. */
const MAX_FOLDERS = 16;

/**
 * Matches the paths given with the names a certificate uses. A model may be moved as a whole: the folder that all given paths
 * share may differ from the one all certified names share. Names and folders inside it may not, so a renamed file is missing
 * under its old name and extra under its new one. Where the sets differ, the placement with the most matches is described.
 */
function matchNames(certified                   , given                   )            {
  const placements = ['', commonFolder(certified)].flatMap(from =>
    foldersOf(given, (certified[0] ?? '').slice(from.length)).map(to => match(certified, given, from, to)),
  );
  return placements.reduce(
    (best, next) => (next.pairs.size > best.pairs.size ? next : best),
    match(certified, given, '', ''),
  )
}

function match(certified                   , given                   , from        , to        )            {
  const unused = new Set(given);
  const pairs = new Map                ();
  for (const name of certified) {
    const path = `${to}${name.slice(from.length)}`;
    if (unused.delete(path)) pairs.set(name, path);
  }
  return { pairs, missing: certified.filter(name => !pairs.has(name)), extra: [...unused] }
}

/** Folders (ending in a slash, or empty) in which a file of this name was given; the one all given paths share is always among them. */
function foldersOf(given                   , name        )           {
  const folders = given
    .filter(path => path === name || path.endsWith(`/${name}`))
    .map(path => path.slice(0, path.length - name.length));
  return [commonFolder(given), ...folders.slice(0, MAX_FOLDERS)]
}

/** The deepest folder that holds every path, ending in a slash; empty where there is none. */
function commonFolder(paths                   )         {
  const [first = '', ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others)
    while (!path.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder
}

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
  const { name, version, id } = extension.model;
  const called = [name, version].filter(part => part !== undefined).join(' ');
  const gates = extension.gates.map(({ gate }) => gate).join(', ');
  return {
    ...step,
    status: 'passed',
    reason: `Model ${called === '' ? id : `${called} (${id})`} met the policy by ${gates}`,
  }
}

const MAX_KEY_BYTES = 64 * 1024;
const MAX_SUMS_BYTES = 64 * 1024 * 1024;

                                
                                 
                              
                                                            
                                   
                                                               
                      
                                                                                          
                                        
 

                               
                                                                                                                    
                                                           
                                                  
                           
                                                                                      
                                 
                                                                        
                                                                           
 

/**
 * Verifies, offline, that a certificate signed by this key is about exactly these model files and valid now. Where the model
 * lies does not matter, how its files are named and arranged does: the folder that all given paths share stands for the folder
 * that all certified names share. Throws only for a key or a path that cannot be read.
 */
async function verify(options               , ports       )                        {
  const key = await ports.files.readText(options.key, { maxBytes: MAX_KEY_BYTES });
  const read = await readCertificate(options.certificate, ports);
  const bundle = { id: 'bundle', title: 'It is a signed bundle' };         
  if ('reason' in read) return conclude([{ ...bundle, status: 'inconclusive', reason: read.reason }])
  const steps         = [{ ...bundle, status: 'passed', reason: `${options.certificate} holds one signed statement` }];

  const signature = { id: 'signature', title: 'The key signed it' };         
  const signed = await ports.signing.verify(read.text, key);
  if ('refused' in signed) return conclude([...steps, { ...signature, status: 'failed', reason: signed.refused }])
  steps.push({ ...signature, status: 'passed', reason: `Signed by the key in ${options.key}` });

  const statement = readStatement(signed.payload, signed.payloadType);
  steps.push(statementStep(statement));
  if (statement.kind === 'unknown') return conclude(steps)
  if (statement.kind === 'refusal') return conclude(steps, statement.statement)

  const certificate = statement.statement;
  steps.push(...(await aboutTheModel(certificate, options, ports)));
  if (options.evidence !== undefined) steps.push(await aboutTheEvidence(certificate, options.evidence, ports));
  steps.push(validityStep(certificate.predicate[CERTIFICATE_EXTENSION].validity, ports.now()));
  return conclude(steps, certificate)
}

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
  for (const [name, path] of match.pairs) digests.set(name, (await ports.files.digest(path)).sha256);
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

async function aboutTheEvidence({ predicate }             , folder        , { files }       )                {
  const step = { id: 'evidence', title: 'The evidence is the one it rests on' };         
  const faults           = [];
  for (const { uri, digest } of predicate.inputAttestations) {
    const path = `${folder}/${uri}`;
    if (!(await files.exists(path))) faults.push(`no ${path}`);
    else if ((await files.digest(path)).sha256 !== digest.sha256) faults.push(`other bytes in ${path}`);
  }
  if (faults.length > 0)
    return { ...step, status: 'failed', reason: `Expected the certified evidence but found ${faults.join(', ')}` }
  return { ...step, status: 'passed', reason: `${predicate.inputAttestations.length} files with the certified bytes` }
}

function conclude(steps                 , statement                            )               {
  const verdict = worstVerdict(steps.map(step => step.status));
  const outcome = ({ passed: 'verified', failed: 'refused', inconclusive: 'unverifiable' }         )[verdict];
  return { outcome, verdict, steps, ...(statement ? { statement } : {}) }
}

/** What a report says of a verification. */
                           
                                                           
                                 
 

const WORD                                      = {
  verified: 'Verified: the model is the one that was certified',
  refused: 'Refused: do not promote this model',
  unverifiable: 'Nothing could be verified: do not promote this model',
};
const TERMINAL_SIGN                          = { passed: '✔', failed: '✘', inconclusive: '?' };

/** The result in one line. */
const verificationLine = ({ outcome, steps }          )         => {
  const broken = steps.find(({ status }) => status !== 'passed');
  return broken ? `${WORD[outcome]}. ${visible(broken.reason)}` : WORD[outcome]
};

/** Each step, then the result, for a terminal. */
function verificationLines({ outcome, steps }          )         {
  const tone = outcome === 'verified' ? 'passed' : outcome === 'refused' ? 'failed' : 'inconclusive';
  return [
    ...steps.flatMap(({ title, status, reason, hint }) => [
      { tone: status, text: `${TERMINAL_SIGN[status]} ${title}` },
      { tone: 'muted'         , text: `    ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `    → ${visible(hint)}` }]),
    ]),
    { tone: 'plain', text: '' },
    { tone, text: WORD[outcome] },
  ]
}

/** The steps as Markdown, for a job summary. */
function verificationSummary(verified          )         {
  const rows = verified.steps.map(({ title, status, reason }) => [
    VERDICT_SIGN[status],
    escapeText(title),
    escapeText(reason),
  ]);
  return `### ${escapeText(WORD[verified.outcome])}\n\n${table(['', 'Step', 'Found'], rows)}\n`
}

export { verificationLines as a, verificationSummary as b, verificationLine as c, verify as v };
