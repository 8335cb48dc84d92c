import { G as GATES, W as Waiver, N as NAMESPACE, H as Sha256, T as Measured, U as Required, X as Status, Y as Material, Z as Verdict } from './context.js';
import { U as USUAL_LIMITS } from './sent-content.js';
import { s as strictObject, d as array, a as string, b as boolean, _ as _enum, r as record, n as number, i as int, B as url, f as union, o as object, l as literal, t as tuple, U as UserError } from './validate.js';
import { K as datetime } from './hash-bytes.js';
import { styleText } from 'node:util';

const mark = (description        ) => string().length(1).meta({ description });

/** How a CSV file is written that is not written as RFC 4180 has it. */
const Dialect = strictObject({
    delimiter: mark('Between cells').default(','),
    quote: string().max(1).default('"').meta({ description: "Around cells; '' for none" }),
    escape: mark('Before a quote that belongs to the cell; the quote itself unless given').optional(),
    comment: string().min(1).optional().meta({ description: 'Lines that begin so are left out' }),
    decimal: mark('Before the decimals of a number').default('.'),
    thousands: mark('Between groups of three digits').optional(),
    encoding: _enum([
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1250',
        'windows-1251',
        'windows-1252',
        'iso-8859-2',
        'iso-8859-15',
        'shift_jis',
        'gb18030',
      ])
      .default('utf-8')
      .meta({ description: 'Encoding of the text' }),
    header: boolean().default(true).meta({ description: 'Whether the first line names the columns' }),
    columns: array(string().min(1))
      .min(1)
      .optional()
      .meta({ description: 'Names of the columns, instead of the first line' }),
    nulls: array(string()).default([]).meta({ description: 'Cells that stand for null, beside the empty one' }),
  })
  .meta({ description: 'How a CSV file is written' });
                                             

/** The dialect declared for a file: that of the first pattern that is its path, `*` standing for any part of a name. */
function dialectFor(dialects                                               , path        )                      {
  const found = Object.entries(dialects ?? {}).find(([pattern]) => patternOf(pattern).test(path));
  return found?.[1]
}

const patternOf = (pattern        )         =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '.*')}$`,
  );

/** A path relative to the folder of proofmark.yml; given as an input or flag, relative to the working directory. */
const path = (description        ) => string().min(1).max(4096).meta({ description, path: true });
const paths = (description        ) =>
  array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .meta({ description });
const column = (description        ) => string().min(1).meta({ description });

const Model = strictObject({
  name: string().min(1).max(200).optional().meta({ description: 'Name of the model, as the certificate states it' }),
  version: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Version of the model, as the certificate states it' }),
  files: paths('The model: files, folders or * globs').optional(),
});

const Data = strictObject({
  files: paths('Tables to validate: CSV, JSON Lines or Parquet files').optional(),
  contract: path('What the data must look like: an ODCS v3.1 YAML file').optional(),
  shard: string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .refine(text => Number(text.split('/')[0]) <= Number(text.split('/')[1]), {
      error: 'a part of as many, such as 2/4',
    })
    .optional()
    .meta({ description: 'Measure a part of the rows only, e.g. 2/4, and write what was measured for merge' }),
  merge: paths('Join what all shards have measured, and judge it: the files they wrote').optional(),
  dialects: record(string().min(1), Dialect).optional().meta({
    description: 'CSV files not written as RFC 4180 has it, by path or pattern: delimiter, quote, decimal, encoding …',
  }),
});

const Certify = strictObject({
  predictions: path('Row-level predictions of the model on the hold-out: a CSV file').optional(),
  champion: path('Row-level predictions of the model in production, on the same rows: a CSV file').optional(),
  task: _enum(['binary']).default('binary').meta({ description: 'Kind of prediction' }),
  id: column('Column that identifies a row in both prediction files').default('id'),
  label: column('Column that holds the true class').default('label'),
  score: column('Column that holds the probability of the positive class').default('score'),
  positive: string().default('1').meta({ description: 'Value of the label column that is the positive class' }),
  threshold: number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'A row counts as predicted positive where its score is at least this' }),
  level: number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta({ description: 'Two-sided confidence level of every interval' }),
  claims: array(string().min(1))
    .optional()
    .meta({ description: 'What must hold, e.g. "auc >= 0.80" or "auc no worse than champion by 0.01"' }),
});

const Drift = strictObject({
  reference: path('The table the model was built on: a CSV file').optional(),
  current: path('The table to compare with it: a CSV file').optional(),
  columns: array(string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Columns to compare; all the two tables share unless given' }),
  ignore: array(string().min(1)).optional().meta({ description: 'Columns to leave out, such as identifiers' }),
  alpha: number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .meta({ description: 'Chance of any false alarm over all columns together (Holm)' }),
  'max-effect': number().gt(0).max(1).default(0.1).meta({
    description: 'Largest harmless change of a distribution: KS distance (numeric) or total variation (categorical)',
  }),
  'max-missing-change': number()
    .gt(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'Largest harmless change of the missing share' }),
  'max-unseen-share': number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'Largest harmless share of rows whose category the reference never had' }),
});

const Security = strictObject({
  paths: paths('Files and folders to scan besides the model files').optional(),
  vulnerabilities: union([_enum(['off', 'api']), path("OSV's all.zip, or a folder of them")], {
      error: "Expected to be off, api, or the path of OSV's all.zip",
    })
    .default('off')
    .meta({
      description:
        "Where known vulnerabilities are looked up: off, api (sends names and versions to osv-url), or the path of OSV's all.zip",
    }),
  'osv-url': url({ protocol: /^https?$/ })
    .default('https://api.osv.dev')
    .meta({ description: 'Address of the OSV server that vulnerabilities: api asks' }),
  secrets: strictObject({
      baseline: path(
        'Credentials that were there before and only warn; write it with proofmark secrets-baseline',
      ).optional(),
    })
    .prefault({})
    .meta({ description: 'How credentials are looked for' }),
  'sensitive-data': boolean().default(false).meta({
    description: 'true: look for personal data in every table that the settings name, and hold it against the contract',
  }),
  'quasi-identifiers': array(string().min(1)).min(1).optional().meta({
    description: 'Columns by which people could be told apart together, such as age, sex and postcode',
  }),
  'min-k': int().min(2).default(5).meta({
    description: 'Rows that must share each combination of the quasi-identifiers (k-anonymity)',
  }),
  'min-l': int().min(2).optional().meta({
    description: 'Distinct values that each sensitive column must have among such rows (l-diversity)',
  }),
  'max-seconds': int().min(1).max(3600).default(USUAL_LIMITS.seconds).meta({
    description: 'Seconds that reading one file may take, and one more for every 10 MB of it',
  }),
  'max-memory': int().min(256).max(65536).default(USUAL_LIMITS.memory).meta({
    description: 'Memory that reading one file may take, in MiB',
  }),
  'max-depth': int().min(0).max(100).default(USUAL_LIMITS.depth).meta({
    description: 'Archives and compressed streams inside one another that are opened',
  }),
  'max-ratio': int().min(1).max(100_000).default(USUAL_LIMITS.ratio).meta({
    description: 'How many times its own size a file may decompress to; 64 MiB are allowed in any case',
  }),
});

const Record = strictObject({
  key: path('Private key (P-256, PEM) that signs the certificate; make one with `proofmark keygen`').optional(),
  release: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Tag of a GitHub release to publish the certificate and its evidence in' }),
});

/** What must hold for a certificate. In a pull request it is read from the base branch. */
const Policy = strictObject({
  require: array(_enum(GATES))
    .min(1)
    .default([...GATES])
    .meta({ description: 'Gates that must have passed' }),
  'validity-days': int().min(1).max(3650).default(90).meta({ description: 'Days a certificate is valid' }),
  'known-vulnerabilities': _enum(['new', 'all']).optional().meta({
    description:
      'Which known vulnerabilities fail: new: in a pull request only those that its base branch does not have, all: every one. Malicious packages always do',
  }),
  waivers: array(Waiver).max(1000).optional().meta({
    description: 'Exceptions: one finding of security-scan in one content each, with reason, owner and last day',
  }),
});
                                           

/** proofmark.yml. Every section can also be given by the inputs of the action, or the flags of the command, it belongs to. */
const Settings = strictObject({
    model: Model.prefault({}).meta({ description: 'The model under certification' }),
    data: Data.prefault({}).meta({ description: 'What data-validate reads' }),
    certify: Certify.prefault({}).meta({ description: 'What model-certify reads and requires' }),
    drift: Drift.prefault({}).meta({ description: 'What drift-compare reads and requires' }),
    security: Security.prefault({}).meta({ description: 'What security-scan reads' }),
    record: Record.prefault({}).meta({ description: 'How the certificate is signed and kept' }),
    policy: Policy.prefault({}).meta({ description: 'What must hold for a certificate' }),
  })
  .meta({ title: 'Proofmark settings', description: 'proofmark.yml: what Proofmark checks, and what must hold' });

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

/** The model's files by digest, as `sha256sum -c` reads them. */
const SUMS_FILE = 'SHA256SUMS';

const CERTIFICATE_FILE = 'certificate.sigstore.json';

const REFUSAL_FILE = 'refusal.sigstore.json';

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
  /** The digest is that of the policy's canonical JSON (RFC 8785). */
  policy: Resource,
  /** The evidence files, by their bytes. */
  inputAttestations: array(Resource),
};

/** The model as its owner calls it, and its id. */
const ModelIdentity = strictObject({ name: string().optional(), version: string().optional(), id: Sha256 });

/** The run that decided. */
const Source = strictObject({
  repository: string().optional(),
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
});

const GateSummary = strictObject({
  gate: string(),
  verdict: literal('passed'),
  checks: int().positive(),
  warnings: int().nonnegative(),
  tool: strictObject({ name: literal('proofmark'), version: string() }),
  finishedAt: datetime(),
});

/** What a certificate says beyond SLSA's verification summary. */
const CertificateExtension = strictObject({
  model: ModelIdentity,
  source: Source,
  gates: array(GateSummary).min(1),
  /** What the gates read, other than model files. */
  data: array(Material),
  claims: array(CertifiedClaim),
  policy: Policy,
  validity: strictObject({ notBefore: datetime(), notAfter: datetime() }),
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

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
const instant = (at      )         => `${at.toISOString().slice(0, 19)}Z`;

/** The time a certificate holds: from `at`, for `days` days of 24 hours, and no longer than what it rests on. */
const validityOf = (at      , days        , ends                  = []) => ({
  notBefore: instant(at),
  notAfter: instant(new Date(Math.min(at.getTime() + days * DAY_MS, ...ends.map(end => end.getTime() - SECOND_MS)))),
});

/** Orders texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
function compareUtf8(a        , b        )         {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** One rule of the policy, and whether the evidence meets it. */
const RuleOutcome = strictObject({
  /** The gate whose evidence the rule is about, or `materials`. */
  rule: string().min(1),
  title: string().min(1),
  status: Verdict,
  /** One sentence: expected and found. */
  reason: string().min(1),
  /** What to do next. */
  hint: string().optional(),
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

/** `sha256sum` escapes a line whose name holds one of these, and its readers differ on how. */
const UNSAFE = /[\n\r\\\0]/;

/** The text of `SHA256SUMS`: a line "hex␠␠path" per file, sorted by the path's UTF-8 bytes. Refuses names that two readers could read differently. */
function sha256Sums(files                       )         {
  for (const { name } of files) {
    if (UNSAFE.test(name) || !name.isWellFormed())
      throw new UserError(
        'record.file-name',
        `Expected the model's file names without line breaks and backslashes but found ${JSON.stringify(name)}`,
        { hint: 'Rename the file' },
      )
    if (name === SUMS_FILE)
      throw new UserError('record.file-name', `Expected no model file to be named ${SUMS_FILE} but found one`, {
        hint: `Leave it out of the model's files: the certificate has a ${SUMS_FILE} of its own`,
      })
  }
  const sorted = files.toSorted((a, b) => compareUtf8(a.name, b.name));
  const twice = sorted.find((file, i) => sorted[i + 1]?.name === file.name);
  if (twice) throw new UserError('record.file-name', `Expected each model file once but found '${twice.name}' twice`)
  return sorted.map(file => `${file.digest.sha256}  ${file.name}\n`).join('')
}

/** The files a `SHA256SUMS` lists, or undefined where it is not one we would have written. */
function readSha256Sums(text        )                           {
  if (!text.endsWith('\n')) return undefined
  const files               = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) return undefined
    files.push({ name, digest: { sha256 } });
  }
  return files
}

/** 0 passed · 1 failed · 2 inconclusive · 3 the settings or the input are wrong · 4 the environment is. */
                                        

const OF_VERDICT                            = { passed: 0, failed: 1, inconclusive: 2 };

/** What has to be mended first decides: the environment, then settings and input, then the verdict. A bug of ours decided nothing. */
function exitCode(verdict         , errors                    )           {
  const known = errors.filter(error => error instanceof UserError);
  if (known.some(error => error.kind === 'environment')) return 4
  if (known.some(error => error.kind === 'input')) return 3
  return errors.length > 0 && verdict === 'passed' ? 2 : OF_VERDICT[verdict]
}

/**
 * What a model is called by: the SHA-256 of its `SHA256SUMS`, lower-case hexadecimal. Equal to in-toto's `dirHash1` (Hash1 of
 * golang.org/x/mod/sumdb/dirhash), so it depends on names as well as bytes.
 */
function modelId(files                       , sha256                          )         {
  return sha256(sha256Sums(files))
}

/** Tone names as `src/report/terminal.ts` gives them. */
const STYLE                                                            = {
  pass: 'green',
  passed: 'green',
  fail: 'red',
  failed: 'red',
  warn: 'yellow',
  inconclusive: 'yellow',
  muted: 'dim',
  strong: 'bold',
};

/** Writes lines, coloured where the stream is a terminal and NO_COLOR is not set. */
function printLines(stream                    , lines                                           )       {
  for (const { tone, text } of lines) {
    const style = STYLE[tone];
    stream.write(`${style === undefined ? text : styleText(style, text, { stream })}\n`);
  }
}

export { Certificate as C, MAX_LISTED_FILES as M, Refusal as R, Settings as S, VERIFIER_ID as V, SUMS_FILE as a, STATEMENT_TYPE as b, VERIFICATION_SUMMARY as c, CERTIFICATE_EXTENSION as d, exitCode as e, compareUtf8 as f, REFUSAL as g, CERTIFICATE_FILE as h, instant as i, REFUSAL_FILE as j, STATEMENT_PAYLOAD as k, dialectFor as l, modelId as m, printLines as p, readSha256Sums as r, sha256Sums as s, validityOf as v };
