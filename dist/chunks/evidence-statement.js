import { r as readEnvelope } from './bundle.js';
import { E as EVIDENCE_FILE } from './record-files.js';
import { m as modelId } from './model-id.js';
import { S as STATEMENT_TYPE, s as statementShape } from './read-statement.js';
import { s as statementHead } from './statement-head.js';
import { e as evidenceFile, S as Sha256, G as GATES } from './evidence.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { V as Verdict } from './verdict.js';
import { s as strictObject, a as string, _ as _enum, o as object, e as array, l as literal } from './schemas2.js';
import { d as datetime } from './iso.js';

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

export { EvidenceStatement as E, MAX_EVIDENCE_LINES_BYTES as M, evidenceStatement as a, evidenceLines as b, evidenceUri as e, readEvidenceLines as r };
