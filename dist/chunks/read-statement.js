import { S as Sha256, M as Measured, R as Required, b as Material } from './evidence.js';
import { V as Verdict, S as Status } from './verdict.js';
import { s as strictObject, a as string, u as union, _ as _enum, e as array, n as number, o as object, r as record, l as literal, t as tuple, i as int, b as boolean } from './schemas2.js';
import { d as datetime, a as date } from './iso.js';
import { B as BOUNDS, R as RuleWaiver, P as Policy } from './policy.js';
import { N as NAMESPACE } from './identifiers2.js';
import { c as canonicalJson } from './canonical-json.js';
import { S as SUMS_FILE } from './record-files.js';
import { r as readJson } from './read-json.js';

/** Payload type of every DSSE envelope that holds an in-toto statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';

/** in-toto Statement v1. */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Predicate type of a certificate: SLSA Verification Summary Attestation v1. */
const VERIFICATION_SUMMARY = 'https://slsa.dev/verification_summary/v1';

/** Key of a certificate's own part inside the verification summary, which wants extensions named by URI. */
const CERTIFICATE_EXTENSION = `${NAMESPACE}certificate/v1`;         

/** Predicate type of a refusal; not a verification summary, because tools that look at the type alone would let a FAILED one pass. */
const REFUSAL = `${NAMESPACE}refusal/v1`;         

/** Who decides: this program. Which of its keys to trust is the verifier's choice. */
const VERIFIER_ID = `${NAMESPACE}verifier/v1`;

/** Somebody's consent to the promotion of one model, or to one commit, and what proves it. */
const Approval = strictObject({
  /** The role of the policy it counts for. */
  role: string().min(1),
  actor: string().min(1),
  /** The account's number, which a change of name does not change. */
  actorId: string().min(1),
  at: datetime(),
  /** What it was given to: the reviewed commit, or the model id. */
  of: union([strictObject({ commit: string().min(1) }), strictObject({ model: Sha256 })]),
  /** SHA-256 of the document that proves it: the receipt, or the review as the forge tells it. */
  document: Sha256,
  /** Where it was given. */
  url: string().optional(),
});

/** How a rule stands: as a verdict, or `waived`: it does not hold, and an exception of the policy's says that it need not. */
const RuleStatus = _enum([...Verdict.options, 'waived']);
                                                   

/** One value that a rule was held against, and how that went. */
const RuleMeasure = strictObject({
  /** What it is a value of: `auc on 'region = north'`, `psi of income`. */
  of: string().min(1),
  status: Verdict,
  value: Measured.shape.value,
  interval: Measured.shape.interval,
  level: Measured.shape.level,
  n: Measured.shape.n,
});
                                                     

/** One rule of the policy, and whether the evidence meets it. */
const RuleOutcome = strictObject({
  /** Id of the rule; the gate whose evidence it is about; or `materials`, `waivers`, `approvals`, `evidence`. */
  rule: string().min(1),
  title: string().min(1),
  status: RuleStatus,
  /** One sentence: expected and found. */
  reason: string().min(1),
  /** What to do next. */
  hint: string().optional(),
  /** What it requires of each value, and which end of the interval is compared. */
  required: strictObject({ comparator: Required.shape.comparator, value: number(), bound: _enum(BOUNDS) })
    .optional(),
  /** The values, the worst first, at most 20. */
  measured: array(RuleMeasure).max(20).optional(),
  /** How it would stand without its waivers; only where it is waived. */
  unwaived: Verdict.optional(),
  /** The exceptions that were applied to it. */
  waivers: array(RuleWaiver).optional(),
});

/** What a certificate is called by in conversation: 32 hexadecimal digits. */
const Serial = string().regex(/^[0-9a-f]{32}$/, 'Expected 32 lower-case hexadecimal digits');

/** A certificate's serial: the first 128 bits of the SHA-256 of its statement without it, as canonical JSON. Equal statements have equal serials. */
const serialOf = (statement        , sha256                          )         =>
  sha256(canonicalJson(statement)).slice(0, 32);

/** Files a statement lists besides `SHA256SUMS`; a model of more is stated by `SHA256SUMS` alone. GitHub's attestation store takes 1024 subjects. */
const MAX_LISTED_FILES = 1023;

/** The model as a whole, by its id. */
const SumsSubject = object({ name: literal(SUMS_FILE), digest: object({ sha256: Sha256, dirHash1: Sha256 }) });

const FileSubject = object({ name: string().min(1).max(4096), digest: object({ sha256: Sha256 }) });

/** What certificate and refusal share of in-toto Statement v1: the model, then each of its files. */
const statementShape = {
  _type: literal(STATEMENT_TYPE),
  subject: tuple([SumsSubject], FileSubject).refine(subject => subject.length <= 1 + MAX_LISTED_FILES, {
    error: `Expected at most ${MAX_LISTED_FILES} files`,
  }),
};

/** in-toto ResourceDescriptor: where it is, and its digest. */
const Resource = object({ uri: string().min(1), digest: object({ sha256: Sha256 }) });
                                               

/** What their predicates share, under the names of SLSA's verification summary. */
const predicateShape = {
  verifier: object({ id: string().min(1), version: record(string(), string()) }),
  timeVerified: datetime(),
  resourceUri: string().min(1),
  /** The digest is that of the policy's canonical JSON (RFC 8785); the commit is the one it was read at. */
  policy: object({
    uri: string().min(1),
    digest: object({
      sha256: Sha256,
      gitCommit: string()
        .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)
        .optional(),
    }),
  }),
  /** What it rests on: files by their bytes; `file#name`, the signed payload of that name in the file, by the payload's bytes. */
  inputAttestations: array(Resource),
};

/** The model as its owner calls it, and its id. */
const ModelIdentity = strictObject({ name: string().optional(), version: string().optional(), id: Sha256 });

/** The run that decided. */
const Source = strictObject({
  repository: string().optional(),
  /** The repository's number, which a change of name does not change. */
  repositoryId: string().optional(),
  commit: string().optional(),
  ref: string().optional(),
  run: string().optional(),
});

/** A requirement on the model's quality and what was measured, under the names of in-toto's proposed evaluation result. */
const CertifiedClaim = strictObject({
  metric: string(),
  title: string(),
  comparator: Required.shape.comparator,
  threshold: Required.shape.value,
  value: Measured.shape.value,
  interval: Measured.shape.interval,
  level: Measured.shape.level,
  method: Measured.shape.method,
  sampleSize: Measured.shape.n,
  status: Status,
  passed: boolean(),
  /** Who vouches for the number: the certifier itself. */
  assuranceLevel: literal('self_attested'),
});

                                                           

/** An exception that the certificate rests on. */
const CertifiedWaiver = strictObject({
  rule: string().min(1),
  name: string().min(1),
  owner: string().min(1),
  /** SHA-256 of the waiver's canonical JSON. */
  waiver: Sha256,
  /** The moment from which it no longer holds. */
  expires: datetime(),
});
                                                             

/** The log's head as the certifier last saw it: whoever holds the certificate can tell that a shorter or other log was rewritten. */
const LastSeen = strictObject({
  origin: string().min(1).max(255),
  lastSeen: strictObject({
      size: int().nonnegative(),
      /** Root hash of the Merkle tree of that size, base64. */
      root: string().regex(/^[A-Za-z0-9+/]{43}=$/, 'Expected 32 bytes in base64'),
    })
    .optional(),
});
                                               

/** The model, and by which root digest OpenSSF Model Signing knows its files: a root over their bytes alone, whatever their names. */
const CertifiedModel = ModelIdentity.extend({
  omsRoot: Sha256,
  /** Order of the digests under `omsRoot`: by the names' Unicode code points, as the specification has it. */
  omsOrder: literal('spec-utf8'),
  /** The root in the order of the reference implementation, by parts of the path, where it is another. */
  omsRootByParts: Sha256.optional(),
});

const GateSummary = strictObject({
  gate: string(),
  /** `waived`: but for checks that the policy excepts. */
  verdict: _enum(['passed', 'waived']),
  checks: int().positive(),
  warnings: int().nonnegative(),
  tool: strictObject({ name: literal('proofmark'), version: string() }),
  finishedAt: datetime(),
});

/** What a certificate says beyond SLSA's verification summary. */
const CertificateExtension = strictObject({
  /** Follows from everything else in the statement. */
  serial: Serial,
  /** SHA-256 of the bytes of the certificate that this one replaces. */
  supersedes: Sha256.nullable(),
  model: CertifiedModel,
  source: Source,
  gates: array(GateSummary).min(1),
  /** What the gates read, other than model files. */
  data: array(Material),
  claims: array(CertifiedClaim),
  /** The rows that the claims rest on, and the digest of the predictions of them: for whoever counts how often a hold-out was used. */
  holdout: strictObject({ rows: int().nonnegative(), ids: string(), predictions: Sha256 }).optional(),
  policy: Policy,
  /** Every rule of the policy and how it stands: all passed or waived. */
  rules: array(RuleOutcome)
    .min(1)
    .refine(rules => rules.every(({ status }) => status === 'passed' || status === 'waived'), {
      error: 'Expected every rule to be passed or waived',
    }),
  /** The exceptions that were applied, to rules and to findings. */
  waivers: array(CertifiedWaiver),
  approvals: array(Approval),
  validity: strictObject({ notBefore: datetime(), notAfter: datetime(), reviewBy: date() }),
  log: LastSeen.optional(),
});

/**
 * A certificate: this model met this policy on this data. in-toto Statement v1 with SLSA's Verification Summary v1 as predicate
 * (https://slsa.dev/spec/v1.2/verification_summary), whose unknown fields are passed over as that specification wants; our own
 * part, named by URI, is strict.
 */
const Certificate = object({
  ...statementShape,
  predicateType: literal(VERIFICATION_SUMMARY),
  predicate: object({
    ...predicateShape,
    verificationResult: _enum(['PASSED', 'FAILED']),
    verifiedLevels: array(string()),
    slsaVersion: string(),
    [CERTIFICATE_EXTENSION]: CertificateExtension,
  }),
});

/** A refusal: this model did not meet this policy, or one cannot tell, and why. */
const Refusal = object({
  ...statementShape,
  predicateType: literal(REFUSAL),
  predicate: strictObject({
    ...predicateShape,
    verdict: _enum(['failed', 'inconclusive']),
    rules: array(RuleOutcome),
    model: ModelIdentity,
    source: Source,
  }),
});

/** A signed payload as one of our statements, or why it is none. */
                       
                                                                     
                                                             
                                                         

const Typed = object({ predicateType: string() });

/** Reads a verified payload. The caller has checked its signature; nothing else about it is taken on trust. */
function readStatement(payload            , payloadType        )            {
  if (payloadType !== STATEMENT_PAYLOAD) return unknown(`a payload of type ${STATEMENT_PAYLOAD}`, payloadType)
  const value = readJson(payload);
  const predicateType = Typed.safeParse(value).data?.predicateType;
  switch (predicateType) {
    case VERIFICATION_SUMMARY: {
      const read = Certificate.safeParse(value);
      return read.success ? { kind: 'certificate', statement: read.data } : unknown('a certificate', first(read.error))
    }
    case REFUSAL: {
      const read = Refusal.safeParse(value);
      return read.success ? { kind: 'refusal', statement: read.data } : unknown('a refusal', first(read.error))
    }
    default:
      return unknown(`a statement of type ${VERIFICATION_SUMMARY}`, predicateType ?? 'none')
  }
}

const unknown = (expected        , found        )            => ({
  kind: 'unknown',
  reason: `Expected ${expected} but found ${found}`,
});

const first = ({ issues: [issue] }            ) =>
  `one whose ${issue?.path.join('.') || 'form'} is wrong: ${issue?.message}`;

export { CERTIFICATE_EXTENSION as C, MAX_LISTED_FILES as M, Refusal as R, STATEMENT_TYPE as S, VERIFIER_ID as V, REFUSAL as a, STATEMENT_PAYLOAD as b, Certificate as c, serialOf as d, VERIFICATION_SUMMARY as e, readStatement as r, statementShape as s };
