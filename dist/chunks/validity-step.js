import { b as readEnvelope } from './bundle.js';
import { S as SUMS_FILE, E as EVIDENCE_FILE } from './record-files.js';
import { m as modelId } from './model-id.js';
import { d as VERIFIER_ID, M as MAX_LISTED_FILES, c as STATEMENT_TYPE, e as statementShape } from './read-statement.js';
import { V as VERSION } from './version.js';
import { d as documentName } from './evidence-document.js';
import { c as canonicalJson } from './canonical-json.js';
import { k as instant } from './open-policy.js';
import { S as Sha256, G as GATES, e as evidenceFile } from './evidence.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { V as Verdict } from './verdict.js';
import { s as strictObject, a as string, _ as _enum, o as object, e as array, l as literal } from './schemas2.js';
import { d as datetime } from './categories.js';

/** What a policy is known by, in certificates, leaves and trust: the SHA-256 of its canonical JSON (RFC 8785), defaults written out. */
const policyDigest = (policy        , sha256                          )         => sha256(canonicalJson(policy));

/** Everything that certificate and refusal are made of. */
                                 
                          
                                                                                               
                                      
                                                 
                         
                            
                                                          
                                            
                    
                                            
                                              
                                        
                                     
                                     
   
                   
                                                           
                                                           
                                                         
 

/** The head of a statement: the model by its id, then each of its files unless they are too many. */
function statementHead({ modelId, subject }                                             ) {
  const files = subject.length > MAX_LISTED_FILES ? [] : subject;
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: SUMS_FILE, digest: { sha256: modelId, dirHash1: modelId } },
      ...files.map(({ name, digest }) => ({ name, digest })),
    ],
  }
}

/** What certificate and refusal both say: who decided when, about what, by which policy, on which evidence. */
function predicateHead(input                ) {
  const { model, modelId, documents, policy, policyUri, policyCommit, at, sha256 } = input;
  return {
    verifier: { id: VERIFIER_ID, version: { proofmark: VERSION } },
    timeVerified: instant(at),
    resourceUri: resourceUri(model, modelId),
    policy: {
      uri: policyUri,
      digest: {
        sha256: policyDigest(policy, sha256),
        ...(policyCommit === undefined ? {} : { gitCommit: policyCommit }),
      },
    },
    inputAttestations: input.attestations ?? documents.flatMap(evidenceResource),
  }
}

/** An evidence file by its bytes; nothing of one that could not be read. */
const evidenceResource = (document                  )             =>
  document.sha256 === undefined ? [] : [{ uri: documentName(document), digest: { sha256: document.sha256 } }];

/** What a verification summary calls a model: a package URL (ECMA-427) of type generic where it has a name, else its id. */
function resourceUri({ name, version }                         , id        )         {
  if (name === undefined) return `urn:sha256:${id}`
  return `pkg:generic/${encodeURIComponent(name)}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}

/** What `work` makes of each item, in their order; as many as `ahead` are under way at once. */
async function* inOrder              (
  items                 ,
  ahead        ,
  work                                 ,
)                         {
  const open                    = [];
  let next = 0;
  while (next < items.length || open.length > 0) {
    for (const item of items.slice(next, next + ahead - open.length)) {
      next++;
      const result = work(item);
      // Whoever takes it hears of it; until then it is no unheard failure.
      result.catch(() => {});
      open.push(result);
    }
    const first = open.shift();
    if (first) yield await first;
  }
}

/** Files that are read at once. */
const AT_ONCE = 4;

/** Bytes after which somebody who waits wants to hear of it. */
const LONG = 256 * 1024 * 1024;

/** The SHA-256 of each file, in their order, several read at once; long ones are told of as they go by. */
async function* hashFiles(
  paths                   ,
  files       ,
  log      ,
)                                                                                             {
  const read = new Map                ();
  yield* inOrder(paths, AT_ONCE, async path => {
    const digest = await files.digest(path, {
      progress(bytes) {
        read.set(path, bytes);
        const total = [...read.values()].reduce((sum, each) => sum + each, 0);
        if (total >= LONG) log?.progress(`Hashing ${path}: ${(total / 1e9).toFixed(1)} GB read so far`);
      },
    });
    return { path, ...digest }
  });
}

/** Largest `evidence.intoto.jsonl` that is read, in bytes: a few statements, each of at most 1024 files. */
const MAX_EVIDENCE_LINES_BYTES = 48 * 1024 * 1024;

const MAX_LINES = 100;

/** How a certificate names a statement among the evidence. */
const evidenceUri = (name        )         => `${EVIDENCE_FILE}#${name}`;

/** The text of `evidence.intoto.jsonl`: a line for each signed statement, an envelope or the bundle that holds it. */
const evidenceLines = (signed                   )         =>
  signed.map(each => `${JSON.stringify(each)}\n`).join('');

/** The envelopes of an `evidence.intoto.jsonl`, or why it is none. */
function readEvidenceLines(text        )                                                    {
  const lines = text.split('\n').filter(line => line !== '');
  if (lines.length > MAX_LINES) return { reason: `it has more than ${MAX_LINES} lines` }
  const envelopes             = [];
  for (const [i, line] of lines.entries()) {
    const envelope = readEnvelope(parsed(line));
    if (!envelope) return { reason: `line ${i + 1} is no DSSE envelope` }
    envelopes.push(envelope);
  }
  return envelopes
}

function parsed(line        )          {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Bytes of a salt: as many as no one guesses. */
const SALT_BYTES = 32;

/** The file, beside a confidential evidence file in the archive, that holds its salt. */
const saltFile = (evidenceFile        )         => `${evidenceFile}.salt`;

/** SHA-256 over the salt and then the file: says which file it was to whoever is given both, and nothing to anybody else. */
function commitment(salt            , file            , sha256                                 )         {
  const salted = new Uint8Array(salt.length + file.length);
  salted.set(salt);
  salted.set(file, salt.length);
  return sha256(salted)
}

/** Predicate type of a gate's statement: in-toto Test Result v0.1. */
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';

/** The evidence file: by its digest or, where it is confidential, by a commitment that nobody can guess it from. */
const EvidenceReference = strictObject({
  gate: _enum(GATES),
  verdict: Verdict,
  /** A name of ours, never a path. */
  name: string().regex(/^[a-z-]+\.evidence\.json$/),
  digest: strictObject({ sha256: Sha256 }).optional(),
  /** SHA-256 over 32 secret random bytes and then the file's. */
  commitment: strictObject({ sha256: Sha256 }).optional(),
  finishedAt: datetime(),
});
                                                                 

/** in-toto Test Result v0.1 (spec/predicates/test-result.md); of its unknown fields, ours is named by URI. */
const TestResult = object({
  result: _enum(['PASSED', 'WARNED', 'FAILED']),
  configuration: array(object({ name: string(), digest: object({ sha256: Sha256 }) })),
  url: string().optional(),
  passedTests: array(string()).optional(),
  warnedTests: array(string()).optional(),
  failedTests: array(string()).optional(),
  [EVIDENCE_SCHEMA]: EvidenceReference,
});
                                                   

/** What the gate's materials say it was told to do, rather than what it looked at. */
const CONFIGURATION                      = new Set(['contract', 'settings']);

/**
 * What a gate found, as a test result. What is inconclusive counts as failed there: the format knows no third answer. Of confidential
 * evidence only the outcome is told, not the names of its checks, which may hold names of columns and of files.
 */
function testResultOf(
  { gate, verdict, checks, materials, run }          ,
  file                                                               ,
)             {
  const confidential = 'commitment' in file;
  const named = (...statuses          ) => [
    ...new Set(checks.filter(({ status }) => statuses.includes(status)).map(({ id }) => id)),
  ];
  return {
    result: verdict !== 'passed' ? 'FAILED' : checks.some(({ status }) => status === 'warn') ? 'WARNED' : 'PASSED',
    configuration: materials
      .filter(({ role }) => CONFIGURATION.has(role))
      .map(({ name, digest }) => ({ name, digest })),
    ...(run.url === undefined ? {} : { url: run.url }),
    ...(confidential
      ? {}
      : {
          passedTests: named('pass'),
          warnedTests: named('warn'),
          failedTests: named('fail', 'inconclusive'),
        }),
    [EVIDENCE_SCHEMA]: {
      gate,
      verdict,
      name: evidenceFile(gate),
      ...(confidential ? { commitment: { sha256: file.commitment } } : { digest: { sha256: file.sha256 } }),
      finishedAt: run.finishedAt,
    },
  }
}

/** What one gate found about one model: in-toto Statement v1. */
const EvidenceStatement = object({
  ...statementShape,
  predicateType: literal(TEST_RESULT),
  predicate: TestResult,
});
                                                                 

/** The statement of a gate's evidence about the model files that it names itself; undefined where it names none. */
function evidenceStatement(
  evidence          ,
  file                                                               ,
  sha256                          ,
)                                {
  const { subject } = evidence;
  if (subject.length === 0) return undefined
  return EvidenceStatement.parse({
    ...statementHead({ modelId: modelId(subject, sha256), subject }),
    _type: STATEMENT_TYPE,
    predicateType: TEST_RESULT,
    predicate: testResultOf(evidence, file),
  })
}

/** Names of the statements among the evidence: one for each gate, the bill of materials, and what is known of vulnerabilities. */

/** Whether `now` is within the certificate's validity, both ends included. */
function validityStep({ notBefore, notAfter }                                         , now      )       {
  const step = { id: 'validity', title: 'It is valid today' };         
  const at = now.getTime();
  if (!(at >= Date.parse(notBefore)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one starts at ${notBefore}`,
      hint: "Check this machine's clock",
    }
  if (!(at <= Date.parse(notAfter)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one ended at ${notAfter}`,
      hint: 'Certify the model again',
    }
  return { ...step, status: 'passed', reason: `Valid from ${notBefore} to ${notAfter}` }
}

export { EvidenceStatement as E, MAX_EVIDENCE_LINES_BYTES as M, SALT_BYTES as S, policyDigest as a, saltFile as b, commitment as c, evidenceUri as d, evidenceResource as e, evidenceStatement as f, evidenceLines as g, hashFiles as h, inOrder as i, readEvidenceLines as j, predicateHead as p, resourceUri as r, statementHead as s, validityStep as v };
