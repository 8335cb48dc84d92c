import { createHash, randomUUID, createPrivateKey, createPublicKey, sign, generateKeyPair } from 'node:crypto';
import { readFileSync, createReadStream, existsSync } from 'node:fs';
import { resolve, relative, sep, isAbsolute, dirname, basename, join } from 'node:path';
import { open, realpath, readdir, stat, unlink, mkdir, rename, rm, readFile } from 'node:fs/promises';
import { _ as _enum, z as number, s as strictObject, i as int, a as string, t as tuple, d as array, b as boolean, r as record, l as literal$1, B as discriminatedUnion, f as union, C as _null, u as unknown, U as UserError, w as closestMatch, o as object, D as prettifyError } from './validate.js';
import { h as hashTexts, s as systemCode, f as fileError, o as openParquet, g as groupMeasurer, i as isParquet } from './measure-group.js';
import { isUtf8, Buffer as Buffer$1, isAscii } from 'node:buffer';
import { createRequire } from 'node:module';
import { L as LIMITS, S as Severity, i as inconclusive, j as isWithdrawn, O as OsvRecord, u as unpackFault, k as unpackDependencies, l as unpackContent } from './sent-content.js';
import { setTimeout as setTimeout$1 } from 'node:timers/promises';
import { fork, spawnSync } from 'node:child_process';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { aa as hasCategories, ab as datetime, ac as date, s as startJob, ad as overflowFolder, o as overflowFile, ae as readStored } from './overflow-files.js';
import { B as BEYOND, g as grammarOf, c as cellText, s as startKernel, a as segmentMeasurer, b as scanRows, u as undouble, d as scanLine, N as NO_OBJECT, e as BLANK, k as keyOf, n as noPairs } from './measure-segment.js';
import { Worker } from 'node:worker_threads';
import { createZstdDecompress, createGunzip } from 'node:zlib';
import { Transform } from 'stream';

/** Prefix of every identifier that needs a URI. Nothing is ever fetched from it. */
const NAMESPACE = 'https://proofmark.dev/';

const EVIDENCE_SCHEMA = `${NAMESPACE}evidence/v1`;

/** Every check run of ours is named so; the rest of the name is the gate's. */
const CHECK_RUN_PREFIX = 'Proofmark / ';

/** Word joiner: invisible, and enough to keep GitHub from linking. */
const JOINER = '\u2060';

/** Text of anybody's as literal text in GitHub-flavoured Markdown, also in a table cell: no markup, mention, reference, link or control character takes effect. */
function escapeText(text        , maxLength = 500)         {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return visible(cut)
    .replace(/[\\`*_{}[\]()#+!|~$^=-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, `@${JOINER}`)
    .replace(/\\#/g, `\\#${JOINER}`)
    .replace(/\bGH\\-/gi, found => `${found}${JOINER}`)
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/\b(https?|ftp):/gi, `$1${JOINER}:`)
    .replace(/\bwww\./gi, `www${JOINER}.`)
}

/** A name or value as inline code. */
function code(text        , maxLength = 200)         {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  const plain = visible(cut).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`
}

/** Control, bidirectional and zero-width characters made visible, line breaks turned to spaces. */
function visible(text        )         {
  return text
    .replace(/\r?\n|\r|\u2028|\u2029/g, ' ')
    .replace(/[\u0000-\u001f]/g, character => String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)))
    .replace(/[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

/** A Markdown table; cells are Markdown already. */
function table(
  head                   ,
  rows                                ,
  align                                = [],
)         {
  const rule = head.map((_, i) => (align[i] === 'right' ? '---:' : ':---'));
  return [head, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Markdown behind a line that opens it. */
const folded = (title        , body        )         =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

/** How a status and a verdict look, everywhere the same. */
const STATUS_SIGN                         = { fail: '❌', inconclusive: '🟡', warn: '⚠️', pass: '✅' };
const VERDICT_SIGN                          = { failed: '❌', inconclusive: '🟡', passed: '✅' };

const VERDICT_WORD                          = {
  failed: 'Failed',
  inconclusive: 'Inconclusive',
  passed: 'Passed',
};

/** The order in which people want to read. */
const STATUS_ORDER                    = ['fail', 'inconclusive', 'warn', 'pass'];

const STATUS_PLURAL                         = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
};

/** Outcome of one check. `inconclusive`: we cannot tell; it never counts as passed. */
const Status = _enum(['pass', 'warn', 'fail', 'inconclusive']);
                                           

/** Outcome of a gate or a certification. */
const Verdict = _enum(['passed', 'failed', 'inconclusive']);
                                             

/** The worst status decides, fail > inconclusive > warn > pass; warn passes. Nothing checked is inconclusive, never passed. */
function verdictOf(statuses                   )          {
  if (statuses.includes('fail')) return 'failed'
  if (statuses.length === 0 || statuses.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

/** The worst of several verdicts; of none, inconclusive. */
function worstVerdict(verdicts                    )          {
  if (verdicts.includes('failed')) return 'failed'
  if (verdicts.length === 0 || verdicts.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

const WORDS = new Map([
  ['true', 'true'],
  ['True', 'true'],
  ['TRUE', 'true'],
  ['false', 'false'],
  ['False', 'false'],
  ['FALSE', 'false'],
]);

/** `true` or `false` for the ways programs write them; undefined for anything else. */
const truthValue = (text        )                     => WORDS.get(text);

/**
 * What a column can be compared as; the reference decides, for the model was built on it.
 * `numeric`: all its cells are numbers. `boolean`: true and false, as words. `datetime`: dates or time stamps, ISO 8601.
 * `categorical`: texts that repeat. `text`: ids or free text, too many different values to be categories. `mixed`: the same with
 * numbers among them. `empty`: no value. Two are no columns of the table, but compared as if they were: an `embedding`, which is several
 * of them as one vector, and its `rows`, which are all of them together.
 */
const ColumnKind = _enum([
  'numeric',
  'categorical',
  'boolean',
  'datetime',
  'text',
  'mixed',
  'empty',
  'embedding',
  'rows',
]);
                                                   

function kindOf$1(reference             )             {
  if (reference.rows === reference.missing) return 'empty'
  if (reference.text.count === 0) return 'numeric'
  if (reference.text.count === reference.dates && reference.numbers.length === 0) return 'datetime'
  if (isBoolean(reference)) return 'boolean'
  if (hasCategories(reference)) return 'categorical'
  return reference.numbers.length > 0 ? 'mixed' : 'text'
}

const isBoolean = ({ categories, numbers, uncounted }             )          =>
  numbers.length === 0 && uncounted === 0 && [...categories.keys()].every(name => truthValue(name) !== undefined);

const share$1 = number().min(0).max(1);
const rows = strictObject({ reference: int().nonnegative(), current: int().nonnegative() });

/** A number of both files, and by how much it has changed. */
const ChangeRow = strictObject({
  id: string(),
  title: string(),
  /** Column and value of the slice; all rows without them. */
  by: string().optional(),
  slice: string().optional(),
  /** Worse are lower values, higher ones, or neither. */
  worse: _enum(['lower', 'higher', 'either']),
  /** Rows that each side rests on. */
  rows,
  /** Absent where the rows have nothing to compute the number from: `note` says what. */
  reference: number().optional(),
  current: number().optional(),
  change: number().optional(),
  interval: tuple([number(), number()]).optional(),
  method: string().optional(),
  /** Largest harmless change; absent, like the status, where the number is only reported. */
  limit: number().optional(),
  pValue: share$1.optional(),
  adjustedPValue: share$1.optional(),
  status: Status.optional(),
  note: string().optional(),
});
                                                 

const Line = strictObject({
  intercept: number(),
  interceptInterval: tuple([number(), number()]),
  slope: number(),
  slopeInterval: tuple([number(), number()]),
});

/** How predictions, decisions and performance have changed. */
const PerformanceResult = strictObject({
  rows,
  positive: string(),
  threshold: number(),
  /** Whether performance of the current rows was measured by their labels, or estimated without. */
  labels: _enum(['measured', 'estimated']),
  /** What an estimate takes for granted. */
  assumption: string().optional(),
  /** Share of the current scores beyond the lowest and highest of the reference, where the calibration is guesswork; of estimates only. */
  beyondReference: share$1.optional(),
  /** Chance of any false alarm over all tests of predictions together (Holm). */
  alpha: number(),
  tests: int().nonnegative(),
  /** Two-sided confidence level of every interval. */
  level: number(),
  decisions: ChangeRow,
  /** Metrics over all rows, the worst first. */
  metrics: array(ChangeRow),
  /** Metrics by slice, the worst first. */
  slices: array(ChangeRow).optional(),
  /** Logistic recalibration of the labels on the scores' log odds: intercept 0 and slope 1 where scores are probabilities. */
  calibration: strictObject({ reference: Line.optional(), current: Line.optional() }).optional(),
});

/** What a series is of: it decides how rows are gathered into buckets, and which rules look at them unless told otherwise. */
const SeriesKind = _enum(['volume', 'error-rate', 'default-rate', 'latency', 'gauge']);
                                                   

/** Whether it is a share of events. */
const isRate = (kind            )          => kind === 'error-rate' || kind === 'default-rate';

/** A stretch of judged time, drawn as one bar: the mean of its values and of what was expected. */
const Bin = strictObject({
  from: datetime(),
  value: number().nullable(),
  expected: number().nullable(),
  /** Buckets of it that a rule has flagged. */
  flagged: int().nonnegative(),
});

/** A bucket that a rule has flagged. */
const Flagged = strictObject({
  at: datetime(),
  value: number().nullable(),
  /** What was expected, and between what a value would not have been remarkable by the distance of the usual rule. */
  expected: number().optional(),
  band: tuple([number(), number()]).optional(),
  rules: array(string()),
});

/** One operational series: where it was read, what of it was judged, and what was found. */
const SeriesRow = strictObject({
  name: string(),
  kind: SeriesKind,
  /** The worst of its checks. */
  status: Status,
  /** The log, or the address of the server. */
  source: string(),
  /** Length of a bucket: 1h. */
  every: string(),
  /** First bucket, first judged bucket, end of the last one; absent where nothing was read. */
  from: datetime().optional(),
  judgedFrom: datetime().optional(),
  until: datetime().optional(),
  judged: int().nonnegative(),
  unscored: strictObject({
    missing: int().nonnegative(),
    thin: int().nonnegative(),
    young: int().nonnegative(),
    excepted: int().nonnegative(),
    unlearnt: int().nonnegative(),
  }),
  /** What repeats, as it was learnt last, and the correlation of neighbours. */
  profile: string(),
  correlation: number(),
  /** Of rates that are counted: the rate that was learnt last, and how much more it varies than chance has it. */
  rate: strictObject({ mean: number(), overDispersion: number() }).optional(),
  bins: array(Bin),
  /** The first of the buckets that were flagged, and how many there are. */
  flagged: array(Flagged),
  flaggedCount: int().nonnegative(),
});
                                                 

/** What was found in the operational series. */
const SeriesResult = strictObject({
  /** Chance of any false alarm over all series, rules and buckets together. */
  alpha: number(),
  /** Rules over series that share it (Bonferroni). */
  tests: int().nonnegative(),
  rules: array(strictObject({ id: string(), title: string(), variant: string() })),
  /** The worst first. */
  series: array(SeriesRow),
});

const share = number().min(0).max(1);

/** An effect with its interval and its test. */
const Change = strictObject({
  effect: number().min(0).optional(),
  /** Largest harmless effect. */
  limit: number().min(0).optional(),
  interval: tuple([number(), number()]).optional(),
  pValue: share.optional(),
  adjustedPValue: share.optional(),
});
                                           

/**
 * Shares of values per bin of a numeric column; bin i ends at edge i, inclusive, the last one is open. Of a column of categories without
 * edges: shares of the reference's commonest, and of all others together.
 */
const Histogram = strictObject({
  /** Deciles of the reference, equal ones merged: drawn as bars, an unchanged column is flat. None for a sensitive column, or one of categories. */
  edges: array(number()),
  reference: array(share),
  current: array(share),
});
                                                 

/** What another tool says of a column, by its own method. */
const ToolScore = strictObject({
  method: string(),
  score: number().optional(),
  threshold: number().optional(),
  comparator: _enum(['<', '<=', '>', '>=']),
  /** Absent where the tool fails, or cannot be reproduced: `note` says why. */
  drifted: boolean().optional(),
  note: string().optional(),
});
                                                 
/** All finite numbers of a side, whatever sample was compared. */
const Summary = strictObject({
  min: number(),
  max: number(),
  mean: number(),
  /** Standard deviation of the sample. */
  deviation: number().optional(),
});

/** Of how many finite numbers how many were compared. */
const Drawn = strictObject({ of: int().nonnegative(), compared: int().nonnegative() });

/** One compared column: what was found, by the method that decides on its distribution, and beside it. */
const DriftRow = strictObject({
  column: string(),
  kind: ColumnKind,
  /** The worst of the column's checks. */
  status: Status,
  /** Id of the method; absent, like what follows it, where the distribution could not be compared. */
  method: string().optional(),
  ...Change.shape,
  /** What methods report that decide nothing, by their ids: `psi`. */
  reported: record(string(), number()),
  missing: strictObject({ reference: share, current: share, ...Change.shape }),
  /** Only of categorical columns; `values` only where they are few. */
  unseen: strictObject({ rows: int().nonnegative(), share, values: array(string()).optional() }).optional(),
  /** Only with another tool's profile, instead of an effect. */
  tool: ToolScore.optional(),
  /** Only of numeric columns that are not sensitive. */
  summary: strictObject({ reference: Summary.optional(), current: Summary.optional() }).optional(),
  /** Only where a side has more numbers than are compared; how they are drawn stands under `sampling`. */
  drawn: strictObject({ reference: Drawn, current: Drawn }).optional(),
  /** Only of columns whose values can be compared. */
  histogram: Histogram.optional(),
});
                                               

/** A test of equality that stands out among all of the run, harmless or not. */
const Advice = strictObject({
  column: string(),
  question: string(),
  effect: number().min(0),
  /** Of the hypothesis that nothing has changed; adjusted by Benjamini and Hochberg over all tests of the run. */
  pValue: share,
  adjustedPValue: share,
});
                                           

/** How limits were raised by what chunks of the reference differ from it. */
const Calibration$1 = strictObject({
  chunks: int().positive(),
  /** Rows of each. */
  rows: int().positive(),
  raised: array(strictObject({ column: string(), from: number(), to: number() })),
});
                                                     

/** What drift-compare writes beside its checks. */
const DriftResult = strictObject({
  rows: strictObject({ reference: int().nonnegative(), current: int().nonnegative() }),
  /** Present where another tool's rules decide: `alpha`, `level`, `limits` and `tests` then say nothing. */
  profile: strictObject({
      id: string(),
      tool: string(),
      rule: string(),
      /** Rows that were compared: all, or a sample of the table's. */
      rows: strictObject({ reference: int().nonnegative(), current: int().nonnegative() }),
      /** Where the tool's rule is wrong, or means something else than its name says. */
      caveats: array(string()),
    })
    .optional(),
  /** Chance of any false alarm over all tests together. */
  alpha: number(),
  /** Two-sided confidence level of every interval: each end is a one-sided bound at 1 − alpha. */
  level: number(),
  limits: strictObject({ effect: number(), missingChange: number(), unseenShare: number() }),
  /** How many tests the p-values are adjusted over (Holm). */
  tests: int().nonnegative(),
  /** Columns worth a look, the surest first: at most the share alpha of them is expected to be there by chance. Blocks nothing. */
  advisory: array(Advice).optional(),
  calibration: Calibration$1.optional(),
  /** What the settings say of a column that is undecided. */
  onInconclusive: _enum(['block', 'warn']).optional(),
  /** Checks that are a warning only by the settings, with what was found. */
  letThrough: array(
      strictObject({ check: string(), finding: Status, by: _enum(['critical', 'weights', 'on-inconclusive']) }),
    )
    .optional(),
  /** How numbers were drawn, where a column has more than are compared. */
  sampling: string().optional(),
  /** Exact definition of every method that was used. */
  methods: array(strictObject({ id: string(), title: string(), variant: string() })),
  /** Compared columns, the worst first. */
  columns: array(DriftRow),
  /** Predictions, where there are any. */
  performance: PerformanceResult.optional(),
  /** Operational series, where there are any. */
  series: SeriesResult.optional(),
});

const text = (description        ) => string().trim().min(1).max(4000).optional().meta({ description });
const texts = (description        ) =>
  array(string().trim().min(1).max(1000)).min(1).max(50).optional().meta({ description });

/** What only people can say of a model. */
const fields = {
  description: text('What the model does, in a few sentences'),
  owner: text('Who answers for it: a person or a team'),
  contact: text('Where to turn to'),
  licence: text('Under which terms it may be used'),
  'intended-use': texts('What it is meant for'),
  'out-of-scope': texts('What it must not be used for'),
  users: texts('Who uses it'),
  'training-data': text('What it was trained on, and where that comes from'),
  limitations: texts('Where it is known to fail'),
  'ethical-considerations': texts('Whom it may harm, and what is done about it'),
};         

const CARD_FIELDS = [
  'description',
  'owner',
  'contact',
  'licence',
  'intended-use',
  'out-of-scope',
  'users',
  'training-data',
  'limitations',
  'ethical-considerations',
];                                                    
                                                    

/** The fields as they are recorded. */
const DeclaredCard = strictObject(fields);
                                                       

/** The `model.card` of proofmark.yml. */
const Card = strictObject({
  ...fields,
  required: array(_enum(CARD_FIELDS))
    .default(['owner', 'intended-use', 'training-data', 'limitations'])
    .meta({ description: 'Fields that must be there: model-certify fails without them' }),
});

/** Kinds of prediction. */
const TASK_IDS = [
  'binary',
  'multiclass',
  'multilabel',
  'regression',
  'forecasting',
  'ranking',
  'evaluation',
];

const Interval = tuple([number(), number()]);

/** Rows by predicted and true class, at the threshold. */
const Confusion = strictObject({
  tp: int().nonnegative(),
  fp: int().nonnegative(),
  fn: int().nonnegative(),
  tn: int().nonnegative(),
});

/** One of several classes: `predicted` its rows by the class predicted for them, `interval` that of its recall. */
const ClassRow = strictObject({
  name: string(),
  rows: int().nonnegative(),
  predicted: array(int().nonnegative()),
  precision: number(),
  recall: number(),
  interval: Interval,
  f1: number(),
});

/** Errors of predicted numbers, predicted less true: quantiles, and rows in equal bins, the outer two taking what lies beyond. */
const Residuals = strictObject({
  quantiles: array(strictObject({ p: number(), value: number() })),
  histogram: strictObject({ from: number(), to: number(), rows: array(int().nonnegative()) }),
});

/** A metric of the challenger, `interval` two-sided at `level`, and of the champion. Null where it is undefined on these rows. */
const MetricRow = strictObject({
  id: string(),
  title: string(),
  better: _enum(['higher', 'lower', 'zero']),
  value: number().nullable(),
  interval: Interval.optional(),
  level: number().optional(),
  method: string().optional(),
  standardError: number().optional(),
  n: int().nonnegative(),
  champion: number().nullable().optional(),
});

/** How much better the challenger is than the champion on the same rows: below zero it is worse, for a loss too. */
const Comparison = strictObject({
  id: string(),
  title: string(),
  value: number().nullable(),
  interval: Interval.optional(),
  level: number().optional(),
  method: string().optional(),
  standardError: number().optional(),
  n: int().nonnegative(),
});

/** The command that made the predictions. Its digest is that of its words and of the names of what it was told, as JSON. */
const Predicting = strictObject({
  command: array(string()),
  folder: string(),
  environment: array(string()),
  digest: strictObject({ sha256: string() }),
});

/** A hold-out: its rows, and the sum of their ids' hashes. */
const Holdout = strictObject({ rows: int().nonnegative(), ids: string() });

/** Curves of two classes at the rates 0, 1/40, …, 1: the highest true positive rate, the highest precision. */
const Curves = strictObject({ roc: array(number()), precisionRecall: array(number()) });

const Estimated = strictObject({ value: number(), interval: Interval });

/** A metric on a slice, or with `gain` how much better it is than the champion's. */
const SliceRow = strictObject({
  /** Columns that make the slices, where it is one of all; absent where a claim named it alone. */
  by: string().optional(),
  /** The values that its rows have in them, or the claim's conditions. */
  slice: string(),
  metric: string(),
  gain: literal$1(true).optional(),
  rows: int().nonnegative(),
  value: number().nullable(),
  interval: Interval.optional(),
  level: number().optional(),
  method: string().optional(),
  standardError: number().optional(),
  n: int().nonnegative(),
  /** Too few rows to decide anything. */
  few: literal$1(true).optional(),
  /** Of a claim on it. */
  status: Status.optional(),
});
                                               

const Rate = strictObject({ value: number(), interval: Interval, n: int() });

/** Groups and how the model treats them, in terms of the favourable class. */
const FairnessTable = strictObject({
  by: string(),
  favourable: string(),
  level: number(),
  groups: array(
    strictObject({
      group: string(),
      rows: int(),
      /** Too small to be compared. */
      few: literal$1(true).optional(),
      /** Predicted favourable. */
      selection: Rate.optional(),
      /** Of the truly favourable. */
      truePositive: Rate.optional(),
      /** Of the truly unfavourable. */
      falsePositive: Rate.optional(),
      /** Truly favourable, of those predicted so. */
      precision: Rate.optional(),
      /** The group's selection over that of the group that is chosen most often, with Fisher's p-value. */
      ratio: strictObject({ value: number(), interval: Interval, pValue: number() }).optional(),
    }),
  ),
});
                                                         

/** Whether probabilities happen as often as they say. */
const Calibration = strictObject({
  level: number(),
  /** Of a logistic regression of the class on the score's log odds: 0 and 1 of a calibrated model. Absent where there is no such fit. */
  intercept: Estimated.optional(),
  slope: Estimated.optional(),
  spiegelhalter: strictObject({ z: number(), pValue: number() }).optional(),
  /** Expected calibration error over `bins`: `raw`, what a calibrated model would show, and the difference. */
  error: strictObject({
    value: number(),
    interval: Interval,
    raw: number(),
    expected: number(),
    pValue: number(),
  }),
  bins: array(strictObject({ rows: int(), predicted: number(), observed: number(), interval: Interval })),
});
                                                     

/** What model-certify writes beside its checks. Without faultless predictions there are no metrics. */
const ModelResult = strictObject({
  task: _enum(TASK_IDS),
  /** What is declared of the model, where its settings have a card. */
  card: DeclaredCard.extend({ name: string().optional(), version: string().optional() }).optional(),
  /** Absent where the predictions were there already. */
  predicting: Predicting.optional(),
  /** Rows of the predictions. */
  n: int().nonnegative(),
  /** Which rows they are, whatever their order; absent where the predictions are faulty. */
  holdout: Holdout.optional(),
  /** Rows of the positive class. */
  positives: int().nonnegative().nullable(),
  threshold: number(),
  confusion: Confusion.nullable(),
  /** What is judged where it is not the row: queries, items, series. */
  units: strictObject({ count: int().nonnegative(), noun: string() }).optional(),
  /** Of more than two classes, unless there are very many. */
  classes: array(ClassRow).optional(),
  /** Of predicted numbers. */
  residuals: Residuals.optional(),
  /** Only of two classes. */
  curves: Curves.optional(),
  metrics: array(MetricRow),
  /** Empty without a champion on the same rows. */
  comparisons: array(Comparison),
  /** Each claim as it was written, and the check that answers it. */
  claims: array(strictObject({ claim: string(), check: string() })),
  /** Metrics by slice, of the slices that claims and settings name. */
  slices: array(SliceRow).optional(),
  fairness: array(FairnessTable).optional(),
  /** Of tasks with two classes. */
  calibration: Calibration.optional(),
});

/** Why a vulnerability does no harm where it is (CycloneDX 1.6, `impactAnalysisJustification`). */
const JUSTIFICATIONS = [
  'code_not_present',
  'code_not_reachable',
  'requires_configuration',
  'requires_dependency',
  'requires_environment',
  'protected_by_compiler',
  'protected_at_runtime',
  'protected_at_perimeter',
  'protected_by_mitigating_control',
];         

const accountable = {
  reason: string().min(1).max(1000).meta({ description: 'Why it may stand' }),
  owner: string().min(1).max(200).meta({ description: 'Who answers for it' }),
  expires: date({ error: 'a day such as 2027-01-31' })
    .meta({ description: 'Last day on which it holds, in UTC, e.g. 2027-01-31' }),
};

const sha256 = string()
  .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the file, 64 lower-case hexadecimal digits')
  .meta({ description: 'SHA-256 of the file it was found in: another content needs another waiver' });

const OfFile = strictObject({
  rule: literal$1('artefact'),
  name: string().min(1).max(1024).meta({
    description:
      'What was found, as the check names it, e.g. fraud.features.Encoder; the format, where a file cannot be judged',
  }),
  sha256,
  ...accountable,
});

const OfSecret = strictObject({
  rule: literal$1('secrets'),
  name: string()
    .regex(/^[0-9a-f]{16}$/, 'the fingerprint that the evidence has, 16 hexadecimal digits')
    .meta({ description: 'Fingerprint of what looks like a credential, as the evidence has it' }),
  sha256,
  ...accountable,
});

const OfDependency = strictObject({
  rule: literal$1('dependencies'),
  name: string().min(1).max(200).meta({ description: 'The dependency that has no exact version, e.g. numpy' }),
  sha256,
  ...accountable,
});

const OfWorkflow = strictObject({
  rule: literal$1('workflow'),
  name: string().min(1).max(200).meta({
    description: 'The rule that the workflow breaks, as the check names it, e.g. gate-skippable or zizmor/artipacked',
  }),
  sha256,
  ...accountable,
});

const OfVulnerability = strictObject({
  rule: literal$1('vulnerabilities'),
  name: string().min(1).max(200).meta({ description: 'Id of the vulnerability, e.g. CVE-2025-32434' }),
  package: string()
    .regex(/^.+@[^@]+$/, 'a package with its version, such as torch@2.5.1')
    .meta({ description: 'The package and its version, e.g. torch@2.5.1: another version needs another waiver' }),
  state: _enum(['exploitable', 'not_affected', 'false_positive']).default('exploitable').meta({
    description: 'What the VEX statement says of it (CycloneDX): exploitable is a risk that is taken',
  }),
  justification: _enum(JUSTIFICATIONS)
    .optional()
    .meta({ description: 'Why it is not_affected, for the VEX statement' }),
  ...accountable,
});

/** An exception of the policy's to one finding in one content, for which somebody answers until a day. */
const Waiver = discriminatedUnion('rule', [OfFile, OfDependency, OfSecret, OfVulnerability, OfWorkflow], {
    error: 'one of artefact, dependencies, secrets, vulnerabilities, workflow',
  })
  .meta({ id: 'Waiver' });

/** A credential by its place: never the value. */
const FoundSecret = strictObject({
  path: string(),
  /** 1-based, of the file; absent where the file has no lines. */
  line: int().positive().optional(),
  /** Where in a notebook or in a model's metadata: `output 1 of cell 3, line 2`. */
  within: string().optional(),
  rule: string(),
  /** First 16 hexadecimal digits of the SHA-256 of rule and value. */
  fingerprint: string(),
  /** The tool whose report says it; absent where it was found here. */
  tool: string().optional(),
  /** It was there when the baseline was written. */
  known: literal$1(true).optional(),
  /** The policy's waiver that excepts it. */
  waiver: Waiver.optional(),
});

/** What the law or the damage says about a kind: Art. 9 (`special`) and Art. 10 (`offence`) GDPR, means of payment, credentials, the rest by what they reach. */
const CATEGORIES = [
  'person',
  'contact',
  'location',
  'national-id',
  'payment',
  'device',
  'credential',
  'special',
  'offence',
];         
                                                  

/** How a kind shows in the cells. */
                         
                                                                              
                          
                                                                          
                       
                                                                                                      
                              
                                                          
   
                                                                                                                                                      
                                                                  
 

/** A kind of sensitive data that a column can hold. */
                       
                     
                                                               
                        
                             
                                                                                                                              
                                           
                                                                                     
                                   
                                                                                
                                     
                                                                                                  
                                      
                          
                                                                                                     
                                                 
 

/** A kind of sensitive data. */
const defineKind = (kind      )       => kind;

const Share = number().min(0).max(1).nullable();

const SensitiveColumn = strictObject({
  name: string(),
  /** Id of the kind. */
  kind: string(),
  category: _enum(CATEGORIES),
  /** The contract's word for it; null where it has none. */
  classification: string().nullable(),
  /** Whether the values say so, and not the name alone. */
  confirmed: boolean(),
  evidence: strictObject({
    /** Whether the column is named for it. */
    name: boolean(),
    /** Share of the distinct values looked at that look like it, and that pass its checksum too. */
    pattern: Share,
    checksum: Share,
    /** Share of the cells that pass both; cells that say nothing left out. */
    rate: Share,
    /** Distinct values looked at. */
    n: int().nonnegative(),
    /** Chance that random values pass as often (binomial). */
    pValue: Share,
  }),
});

const Anonymity = strictObject({
  quasiIdentifiers: array(string()),
  /** Rows of the smallest group that shares its quasi-identifiers (Sweeney 2002). */
  k: int().positive(),
  groups: int().positive(),
  /** Groups smaller than required, and their rows. */
  groupsBelow: int().nonnegative(),
  rowsBelow: int().nonnegative(),
  /** Fewest distinct values of a sensitive column in a group (distinct l-diversity, Machanavajjhala et al. 2007). */
  diversity: array(strictObject({ column: string(), l: int().positive() })),
});
                                                 

/** A table that security-scan read for sensitive data: its columns that seem to hold some, never their values. */
const SensitiveTable = strictObject({
  file: string(),
  rows: int().nonnegative(),
  columns: int().positive(),
  sensitive: array(SensitiveColumn),
  anonymity: Anonymity.optional(),
});

/** One workflow, or one report of another tool on workflows, and what was found in it. */
const ScannedWorkflow = strictObject({
  path: string(),
  /** `proofmark`, or the tool whose report it is. */
  tool: string(),
  findings: array(
    strictObject({
      rule: string(),
      status: _enum(['warn', 'fail']),
      file: string(),
      line: int().positive(),
      found: string(),
    }),
  ),
});

/** One thing a loader of a file would do that nothing allows. */
const Finding = strictObject({
  /** Byte of the file, or of what it decompresses to. */
  offset: int().nonnegative(),
  /** Dotted name of what is imported, or the instruction. */
  name: string(),
  reason: string(),
});

const ScannedFile = strictObject({
  path: string(),
  /** Told by the content; of several formats at once, divided by `+`. */
  format: string(),
  bytes: int().nonnegative(),
  sha256: string(),
  status: Status,
  /** Different objects it imports that the allow list names. */
  globals: int().nonnegative(),
  /** At most 100. */
  findings: array(Finding),
  /** Why one cannot tell what is in it; absent where one can. */
  reason: string().optional(),
  /** The limit that ended the reading of it. */
  limit: _enum(LIMITS).optional(),
});
                                                     

const UnpinnedDependency = strictObject({
  file: string(),
  name: string(),
  line: int().positive(),
  /** As it is written, without options. */
  requirement: string(),
  /** Known vulnerabilities of versions it allows, at most 10. */
  allows: array(string()).optional(),
});
                                                                   

const PinnedPackage = strictObject({
  /** The first file that names this version. */
  file: string(),
  line: int().positive(),
  /** As OSV spells it, or conda's. */
  ecosystem: string(),
  name: string(),
  version: string(),
});

const VulnerableDependency = strictObject({
  file: string(),
  /** Absent where another tool's report says it. */
  line: int().positive().optional(),
  /** As OSV spells it. */
  ecosystem: string(),
  name: string(),
  version: string(),
  /** Who knows of them: `OSV`, or the tool whose report it is. */
  source: string(),
  /** First version in which all of them are mended. */
  update: string().optional(),
  /** Those that nothing excepts first, the worst of them in front. */
  vulnerabilities: array(
    strictObject({
      ids: array(string()),
      severity: Severity,
      fixed: string().optional(),
      waiver: Waiver.optional(),
      /** The base branch of the pull request has it too. */
      onBase: literal$1(true).optional(),
    }),
  ),
});
                                                                       

/** Packages that the result lists: several times what the largest project installs. */
const MAX_PACKAGES = 50_000;

/** What was found under the paths and left out. */
const Skipped = strictObject({ path: string(), reason: string() });
                                             

/** What security-scan writes beside its checks: every file it scanned, credentials by place, dependencies without an exact version, and with known vulnerabilities. */
const SecurityResult = strictObject({
  files: array(ScannedFile),
  secrets: array(FoundSecret),
  /** Absent where nothing was. */
  skipped: array(Skipped).optional(),
  dependencies: array(UnpinnedDependency),
  /** Every package with an exact version that the scanned files name; absent where they name none. */
  packages: array(PinnedPackage).max(MAX_PACKAGES).optional(),
  vulnerabilities: array(VulnerableDependency),
  /** Tables read for sensitive data; absent where the settings name none. */
  tables: array(SensitiveTable).optional(),
  /** Workflows, and other tools' reports on them; absent where none was among the files. */
  workflows: array(ScannedWorkflow).optional(),
});

/** What a column of the file looks like. Numbers about its values only where the contract does not classify it as sensitive. */
const ColumnProfile = strictObject({
  column: string(),
  /** `logicalType` of the contract. */
  type: string(),
  sensitive: boolean(),
  nulls: int().nonnegative(),
  /** Exact; absent where there are more than 1000. */
  distinct: int().nonnegative().optional(),
  min: number().optional(),
  max: number().optional(),
  mean: number().optional(),
  /** From at most 2000 rows drawn by lot. */
  quantiles: strictObject({ p05: number(), p50: number(), p95: number() }).optional(),
  /** Shares of those rows between `min` and `max`, in bins of equal width. */
  bars: array(number()).optional(),
  /** The commonest values and their shares of all filled cells. */
  top: array(strictObject({ value: string(), share: number() })).optional(),
});
                                                         

/** What data-validate writes beside its checks: one entry per file. */
const DataResult = strictObject({
  files: array(
    strictObject({
      file: string(),
      /** Name of the table in the contract. */
      table: string(),
      rows: int().nonnegative(),
      columns: array(ColumnProfile),
    }),
  ),
});

const Sha256 = string().regex(/^[0-9a-f]{64}$/, 'Expected 64 lower-case hexadecimal digits');

/** One file a statement is about, by digest; the name is its path relative to the settings. */
const Subject = strictObject({
  name: string().min(1).max(4096),
  digest: strictObject({ sha256: Sha256 }),
  bytes: int().nonnegative(),
});
                                             

/** One file a gate has read, and what for. */
const Material = strictObject({
  name: string().min(1).max(4096),
  role: _enum([
    'data',
    'contract',
    'predictions',
    'champion',
    'anchor',
    'attributes',
    'history',
    'train',
    'repeat',
    'perturbed',
    'reference',
    'current',
    'series',
    'artefact',
    'settings',
    'input',
    'model',
  ]),
  digest: strictObject({ sha256: Sha256 }),
  bytes: int().nonnegative(),
  rows: int().nonnegative().optional(),
});
                                               

/** A cell of a row's key; of a column that the contract classifies as sensitive, the first 12 hexadecimal digits of its SHA-256. */
const KeyCell = union([
  strictObject({ column: string(), value: string() }),
  strictObject({ column: string(), hash: string().regex(/^[0-9a-f]{12}$/) }),
]);
                                             

/**
 * Where to look: a file, a line of it (1-based), a column of the table. Of a row of data also its key, the cell of that column, and
 * the other cells that the check is about, as far as they may be shown.
 */
const Location = strictObject({
  file: string().min(1).max(4096),
  line: int().positive().optional(),
  column: string().optional(),
  value: string().optional(),
  key: array(KeyCell).optional(),
  cells: array(strictObject({ column: string(), value: string() })).optional(),
  note: string().optional(),
  /** What is found here is waived: the place of the waiver in the check's `waivers`. */
  waiver: int().nonnegative().optional(),
});
                                               

/** What was found. `interval` is two-sided at `level`; `n` counts the rows it rests on; `share` is `value` over `n`. */
const Measured = strictObject({
  value: union([number(), string(), boolean(), _null()]),
  unit: string().optional(),
  share: number().optional(),
  interval: tuple([number(), number()]).optional(),
  level: number().optional(),
  method: string().optional(),
  n: int().nonnegative().optional(),
  pValue: number().optional(),
  adjustedPValue: number().optional(),
});
                                               

/** What was asked for. */
const Required = strictObject({
  comparator: _enum(['>=', '>', '<=', '<', '=', '!=', 'between', 'in', 'not in', 'matches', 'is']),
  value: union([number(), string(), boolean(), array(union([number(), string()]))]),
  unit: string().optional(),
});
                                               

/** One question a gate asked, and its answer. */
const Check = strictObject({
  id: string().min(1).max(1024),
  title: string().min(1),
  status: Status,
  measured: Measured.optional(),
  required: Required.optional(),
  /** One sentence: expected and found. */
  reason: string().min(1),
  /** What to do next. */
  hint: string().optional(),
  locations: array(Location).optional(),
  /** Different values at fault and the rows that have them, the most frequent first, as far as they may be shown. */
  values: array(strictObject({ value: string(), count: int().positive() })).optional(),
  /** Exceptions of the policy's that were applied; what they except stays among the locations. */
  waivers: array(Waiver).optional(),
});
                                         

/** The run that produced a document: the only part that is not a function of the inputs. */
const Run = strictObject({
  repository: string().optional(),
  commit: string().optional(),
  ref: string().optional(),
  url: string().optional(),
  /** Folder of the repository that paths are relative to, where it is not its root. */
  folder: string().min(1).max(4096).optional(),
  startedAt: datetime(),
  finishedAt: datetime(),
});
                                     

const document = {
  schema: literal$1(EVIDENCE_SCHEMA),
  verdict: Verdict,
  /** The model's files; empty when the gate was run without a model. */
  subject: array(Subject),
  materials: array(Material),
  checks: array(Check),
  tool: strictObject({ name: literal$1('proofmark'), version: string() }),
  run: Run,
};

/** What one gate writes. `result` is the gate's own table of numbers; null where the gate could not run. */
const Evidence = discriminatedUnion('gate', [
  strictObject({ ...document, gate: literal$1('data-validate'), result: DataResult.nullable() }),
  strictObject({ ...document, gate: literal$1('model-certify'), result: ModelResult.nullable() }),
  strictObject({ ...document, gate: literal$1('security-scan'), result: SecurityResult.nullable() }),
  strictObject({ ...document, gate: literal$1('drift-compare'), result: DriftResult.nullable() }),
]);
                                               

                                       

/** The gates, in the order in which they run and are shown. */
const GATES = [
  'data-validate',
  'model-certify',
  'security-scan',
  'drift-compare',
];                                       

/** What a gate has found, before it is dated and written. */
                                                  
                                
                          
                                
 

                                                                                              

/** The file that holds a gate's evidence, inside the output folder. */
const evidenceFile = (gate          )         => `${gate}.evidence.json`;

/** The bytes as a JSON value, undefined where they are no strict UTF-8 or no JSON. */
function readJson(bytes            )          {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** The version that evidence and certificates name; a test holds it to package.json. */
const VERSION = '0.1.0';

/** One part of a run that several machines share: the `index`-th (from 1) of `count`. */
                        
                        
                        
 

/** Reads `2/4`. */
function readShard(text        )        {
  const [index = 0, count = 0] = text.split('/').map(Number);
  return { index, count }
}

/** Whether a part of a file, by its number from 0, is this shard's to measure. */
const isOwn = (part        , shard                   )          =>
  shard === undefined || part % shard.count === shard.index - 1;

/** Rows of a part of a file, and the blank lines that end it: a fault where rows follow. */
const MeasuredPart = strictObject({
  part: int().nonnegative(),
  rows: int().nonnegative(),
  blank: int().nonnegative().optional(),
});
                                                       

/** Which version of the document below it is. */
const SHARD_SCHEMA = `${NAMESPACE}shard/v1`;

/** What a shard has measured, as it is written. Bytes are those of the whole file, which every shard reads; rows are its own. */
const ShardFile = strictObject({
  schema: literal$1(SHARD_SCHEMA),
  tool: string(),
  shard: strictObject({ index: int().positive(), count: int().positive() }),
  contract: strictObject({ name: string(), sha256: Sha256 }),
  files: array(
    strictObject({
      file: string(),
      sha256: Sha256,
      bytes: int().nonnegative(),
      header: array(string()),
      parts: array(MeasuredPart),
      /** States by the keys of their measures, see `encodeState`. */
      state: record(string(), unknown()),
    }),
  ),
});
                                                 

/** Where a shard's file is written, inside the output folder. */
const shardFile = ({ index, count }       )         => `shards/shard-${index}-of-${count}.json`;

/** Rows of text as a batch; a row's place is its line, unless other places are given. */
function textBatch(rows                , places = Float64Array.from(rows, row => row.line))        {
  const known = new Map               ();
  return {
    rows: rows.length,
    places,
    cells(index) {
      const cells = known.get(index) ?? textCells(rows, index);
      known.set(index, cells);
      return cells
    },
  }
}

function textCells(rows                , index        )        {
  const text = (row        ) => rows[row]?.cells[index] ?? '';
  const read = new Map                      ();
  let hashes;                    
  return {
    empty: Uint8Array.from(rows, (_, row) => (text(row) === '' ? 1 : 0)),
    text,
    values(reader) {
      const values = read.get(reader) ?? Float64Array.from(rows, (_, row) => readCell(text(row), reader));
      read.set(reader, values);
      return values
    },
    codes: undefined,
    get hashes() {
      hashes ??= hashTexts(rows.length, text);
      return hashes
    },
  }
}

const readCell = (text        , reader        )         => (text === '' ? Number.NaN : reader.read(text));

/** Largest certificate that is read, in bytes: 1023 files with the longest names fit. */
const MAX_BUNDLE_BYTES = 8 * 1024 * 1024;

/** Base64 in its one canonical spelling, so that no two bundles differ in a byte and mean the same. */
const Base64 = string().min(1).refine(isCanonicalBase64, { error: 'Expected canonical base64' });

/**
 * A Sigstore bundle v0.3 as Proofmark signs: one DSSE envelope with exactly one signature, by a bare public key. Strict, and
 * without log entries or timestamps: what we could not check must not be there.
 */
const Bundle = strictObject({
  mediaType: literal$1('application/vnd.dev.sigstore.bundle.v0.3+json'),
  verificationMaterial: strictObject({
    /** SHA-256 of the public key's DER (SPKI). */
    publicKey: strictObject({ hint: Sha256 }),
    timestampVerificationData: strictObject({}).optional(),
  }),
  dsseEnvelope: strictObject({
    payload: Base64,
    payloadType: string().min(1),
    signatures: tuple([strictObject({ sig: Base64, keyid: Sha256 })]),
  }),
});
                                           

/** The text as a bundle, or why it is none. */
function readBundle(text        )                                                            {
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: `Expected a Sigstore bundle but found ${text.trim() === '' ? 'an empty file' : 'no JSON'}` }
  }
  const read = Bundle.safeParse(value);
  if (read.success) return { bundle: read.data }
  const [issue] = read.error.issues;
  return {
    reason: `Expected a Sigstore bundle v0.3 as Proofmark signs it but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
  }
}

function isCanonicalBase64(text        )          {
  try {
    return btoa(atob(text)) === text
  } catch {
    return false
  }
}

const KEEP_OUT = 'keep the file out of the scanned paths';

/** Why the reading of a file was ended, and what to do; `memory` in MiB, `it` as the sentence calls the file. */
function stopReason(stop      , memory        , it = 'it')                                   {
  switch (stop.limit) {
    case 'time':
      return {
        reason: `Expected to read ${it} within ${stop.seconds} seconds but that was not enough, so reading was stopped`,
        hint: `Raise security.max-seconds, or ${KEEP_OUT}`,
      }
    case 'memory':
      return {
        reason: `Expected to read ${it} within ${memory} MiB of memory but it takes more, so reading was stopped`,
        hint: `Raise security.max-memory, or ${KEEP_OUT}`,
      }
    case 'change':
      return {
        reason: `Expected ${it} to stay as it is while it is read but it changed`,
        hint: 'Scan it after the last step that writes it',
      }
    case 'crash':
      return {
        reason: `Expected to read ${it} to its end but the process that read it ${stop.how}`,
        hint: `Report it as a fault of Proofmark, and ${KEEP_OUT} until it is mended`,
      }
  }
}

/** What is known of a file whose scan was stopped: that one cannot tell. */
function stoppedScan(stop      , { memory }                            )                {
  const { reason, hint } = stopReason(stop, memory);
  return { format: 'unread', title: 'not read', inspection: { ...inconclusive(reason, hint), limit: stop.limit } }
}

/** Bytes that are read at once. */
const PIECE$5 = 1024 * 1024;

/** SHA-256 and length of a file's bytes, read through two pieces of memory, whatever its length: one is filled while the other is hashed. */
async function hashFile(absolute        , size        )                                             {
  const sha256 = createHash('sha256');
  const file = await open(absolute);
  try {
    const length = Math.min(PIECE$5, size + 1);
    let [filling, filled] = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
    let bytes = 0;
    let reading = file.read(filling, 0, length);
    for (let { bytesRead } = await reading; bytesRead > 0; { bytesRead } = await reading) {
      ;[filling, filled] = [filled, filling];
      reading = file.read(filling, 0, length);
      sha256.update(filled.subarray(0, bytesRead));
      bytes += bytesRead;
    }
    return { sha256: sha256.digest('hex'), bytes }
  } finally {
    await file.close();
  }
}

/**
 * A glob as the folder to look in and the names to take. `*` stands for any text inside one name, hidden names too;
 * `**` as a whole part stands for any number of folders. Every other character stands for itself.
 */
function globPattern(glob        )                                      {
  const parts = glob.split('/');
  const first = parts.findIndex(part => part.includes('*'));
  const source = parts.map((part, i) => {
    const last = i === parts.length - 1;
    if (part === '**') return last ? '.*' : '(?:[^/]+/)*'
    return `${part.split('*').map(literal).join('[^/]*')}${last ? '' : '/'}`
  });
  return { folder: parts.slice(0, first).join('/') || '.', pattern: new RegExp(`^${source.join('')}$`, 's') }
}

const literal = (text        )         => text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&');

/** A path of the user's, found on this machine. */
                          
                                                                                         
                       
                           
 

/** A path of the user's, seen from the root. */
function locate$1(root        , path        )          {
  if (path === '' || path.includes('\0')) {
    throw new UserError('file.path', `Expected a path but found ${JSON.stringify(path)}`, {
      hint: 'Give a path relative to the folder of proofmark.yml',
    })
  }
  const absolute = resolve(root, path);
  return { absolute, name: relative(root, absolute).split(sep).join('/') || '.' }
}

/** Whether a path relative to a folder leads out of it. */
const leaves = (name        )          => name === '..' || /^\.\.[/\\]/.test(name) || isAbsolute(name);

/**
 * Refuses a symbolic link inside the root whose target is outside. Who names `../other/file` in the settings means it;
 * a link that somebody committed is content, and content does not choose what is read.
 */
async function refuseLinkOutside(root        , { name, absolute }         )                {
  if (leaves(name)) return
  const [realRoot, real] = await Promise.all([realpath(root), realpath(absolute)]);
  if (!leaves(relative(realRoot, real))) return
  throw new UserError(
    'file.link-leaves-root',
    `Expected ${name} to stay inside the repository but it is a link out of it`,
    {
      file: name,
      hint: 'Put the file itself in the repository, or name its real path in the settings',
    },
  )
}

/** How many names of a folder a hint lists. */
const MAX_NAMES = 5;

/** A file that is not there, with what its folder holds that the user may have meant. */
async function missingFile({ name, absolute }         , cause          )                     {
  const names = await namesIn(dirname(absolute));
  const folder = name.includes('/') ? dirname(name) : 'the folder of the settings';
  return new UserError('file.missing', `Expected ${name} to be a file but there is none`, {
    file: name,
    hint: names
      ? nearby(name, names, folder)
      : `There is no folder ${folder}; paths are relative to that of proofmark.yml`,
    cause,
  })
}

function nearby(name        , names                   , folder        )         {
  const sought = basename(name);
  const byCase = new Map(names.map(candidate => [candidate.toLowerCase(), candidate]));
  const near = closestMatch(sought.toLowerCase(), [...byCase.keys()], {
    maxDistance: Math.max(2, Math.floor(sought.length / 3)),
  });
  const meant = near === undefined ? undefined : byCase.get(near);
  if (meant !== undefined) return `Did you mean ${name.slice(0, name.length - sought.length)}${meant}?`
  if (names.length === 0) return `The folder ${folder} is empty; paths are relative to that of proofmark.yml`
  const shown = names.toSorted().slice(0, MAX_NAMES).join(', ');
  return `In ${folder}: ${shown}${names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''}`
}

async function namesIn(folder        )                                {
  try {
    return await readdir(folder)
  } catch {
    return undefined
  }
}

/** Left out of every folder: not the user's work. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/** Hears what is left out below a folder, and why. */
                                                            

/** The files that paths, folders and globs name, as names relative to the root; sorted by UTF-8 bytes, each once; `leftOut` hears what is passed over below them. */
async function listFiles(
  root        ,
  paths                   ,
  leftOut          = () => {},
)                    {
  const names = new Set        ();
  for (const path of paths) for (const name of await named(root, path, leftOut)) names.add(name);
  return [...names].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

async function named(root        , path        , leftOut         )                    {
  const located = locate$1(root, path);
  const found = await kindOf(located);
  if (found === undefined && !path.includes('*')) throw await missingFile(located)
  const files = found === undefined ? await matches(root, located) : await below(root, located, found, leftOut);
  if (files.length > 0) return files
  throw new UserError('file.no-match', `Expected ${path} to name at least one file but it names none`, {
    file: located.name,
    hint: 'Check the spelling, and that an earlier step made the files',
  })
}

function below(root        , located         , kind                   , leftOut         )                    {
  return kind === 'file' ? refuseLinkOutside(root, located).then(() => [located.name]) : walk(root, located, leftOut)
}

async function matches(root        , glob         )                    {
  const { folder, pattern } = globPattern(glob.name);
  const base = locate$1(root, folder);
  const kind = await kindOf(base);
  if (kind === undefined) throw await missingFile(base)
  const files = kind === 'folder' ? await walk(root, base, () => {}) : [];
  return files.filter(name => pattern.test(name))
}

/** Every file below a folder. A link is followed where it stays inside the root (outside it: inside the folder), else refused. */
async function walk(
  root        ,
  folder         ,
  leftOut         ,
  boundary = leaves(folder.name) ? folder.absolute : root,
)                    {
  const files           = [];
  await visit(folder.absolute, new Set());
  return files

  async function visit(absolute        , above                     )                {
    const here = locate$1(root, absolute);
    const real = await realpath(absolute);
    if (above.has(real)) return
    for (const entry of await entriesOf(here)) {
      const child = locate$1(root, join(absolute, entry.name));
      if (LEFT_OUT.has(entry.name)) {
        leftOut(child.name, 'left out of every folder');
        continue
      }
      if (entry.isSymbolicLink()) await refuseDanglingOrOutside(child);
      const kind = entry.isSymbolicLink() ? await kindOf(child) : kindOfEntry(entry);
      if (kind === 'file') files.push(child.name);
      if (kind === undefined) leftOut(child.name, 'neither a file nor a folder');
      if (kind === 'folder') await visit(child.absolute, new Set([...above, real]));
    }
  }

  async function refuseDanglingOrOutside(link         )                {
    if ((await kindOf(link)) === undefined) throw await missingFile(link)
    await refuseLinkOutside(boundary, { ...locate$1(boundary, link.absolute), name: link.name });
  }
}

async function entriesOf(folder         )                    {
  try {
    return await readdir(folder.absolute, { withFileTypes: true })
  } catch (cause) {
    throw fileError(folder.name, 'read', cause)
  }
}

const kindOfEntry = (entry        )                                =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;

async function kindOf({ name, absolute }         )                                         {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file'
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}

/** The file's stats once it is known to be a regular file that may be read: never a folder, a pipe or a link out of the root. */
async function regularFile(root        , located         )                 {
  const stats = await stat(located.absolute).catch(async cause => {
    throw systemCode(cause) === 'ENOENT' ? await missingFile(located, cause) : fileError(located.name, 'read', cause)
  });
  if (stats.isDirectory()) throw fileError(located.name, 'read', 'EISDIR')
  if (!stats.isFile()) {
    throw new UserError('file.not-regular', `Expected ${located.name} to be a file but it is a pipe or a device`, {
      file: located.name,
      hint: 'Write its content to a file first',
    })
  }
  await refuseLinkOutside(root, located);
  return stats
}

/** Deletes the file, or the link of that name but never its target; one that is not there is no fault. */
async function removeFile(root        , target         )                {
  try {
    await refuseLinkOutside(root, locate$1(root, dirname(target.absolute)));
    await unlink(target.absolute);
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw fileError(target.name, 'delete', cause)
  }
}

const SIGNATURES                                                             = [
  { name: 'UTF-32', binary: false, bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32', binary: false, bytes: [0x00, 0x00, 0xfe, 0xff] },
  { name: 'UTF-16', binary: false, bytes: [0xff, 0xfe] },
  { name: 'UTF-16', binary: false, bytes: [0xfe, 0xff] },
  { name: 'a gzip archive', binary: true, bytes: [0x1f, 0x8b] },
  { name: 'a zip archive (or a workbook of Excel)', binary: true, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a Parquet file', binary: true, bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'a Zstandard archive', binary: true, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** How many bytes are looked at for the zeros of UTF-16. */
const SAMPLE = 512;

/** What a file is by its first bytes, where that is not UTF-8. */
function encodingOf(head            )                    {
  const signed = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (signed) return { name: signed.name, binary: signed.binary }
  return looksLikeUtf16(head.subarray(0, SAMPLE)) ? { name: 'UTF-16', binary: false } : undefined
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes            )          {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return bytes.length >= 4 && Math.max(even, odd) > bytes.length * 0.4 && Math.min(even, odd) < bytes.length * 0.05
}

const NEWLINE$3 = 0x0a;
const RESAVE = 'Save it as UTF-8';
const GIT_LFS = 'version https://git-lfs.github.com/spec/';

/** Watches bytes go by. */
                            
                                                                                      
                                     
             
 

/** Watches a file's bytes go by and throws a `UserError` with byte offset and line at the first that is no UTF-8 text. */
function textGuard(name        )            {
  let offset = 0;
  let line = 1;
  let carry             = new Uint8Array();
  let first = true;
  return { next, end }

  function next(chunk            )             {
    if (first && chunk.length > 0) {
      first = false;
      refuseKnown(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        offset = 3;
        return next(chunk.subarray(3))
      }
    }
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    inspect(bytes.subarray(0, whole));
    carry = bytes.slice(whole);
    offset += whole;
    return chunk
  }

  function end()       {
    if (carry.length > 0) refuse('file.encoding', `a character cut off at byte ${offset}`, RESAVE, line);
  }

  function inspect(bytes            )       {
    const nul = bytes.indexOf(0);
    const invalid = isUtf8(bytes) ? -1 : firstInvalid(bytes);
    if (nul >= 0 && (invalid < 0 || nul < invalid)) {
      const found = `a NUL byte at byte ${offset + nul}`;
      refuse('file.nul', found, 'Is it text at all? Write it again without NUL bytes', line + newlines(bytes, nul));
    }
    if (invalid >= 0) {
      const found = `0x${bytes[invalid]?.toString(16)} at byte ${offset + invalid}`;
      const hint = `It looks like Windows-1252 or Latin-1. ${RESAVE}`;
      refuse('file.encoding', found, hint, line + newlines(bytes, invalid));
    }
    line += newlines(bytes, bytes.length);
  }

  function refuseKnown(head            )       {
    if (Buffer.from(head.subarray(0, GIT_LFS.length)).toString('latin1') === GIT_LFS) {
      refuse('file.git-lfs', 'a Git LFS pointer', 'Run git lfs pull first; with actions/checkout, set lfs: true', 1);
    }
    const known = encodingOf(head);
    if (known?.binary) refuse('file.binary', known.name, 'Unpack or export it to text first', 1);
    if (known) refuse('file.encoding', known.name, RESAVE, 1);
  }

  function refuse(code           , found        , hint        , at        )        {
    const message = `Expected ${name} to be UTF-8 text but found ${found} (${name}:${at})`;
    throw new UserError(code, message, { file: name, line: at, hint })
  }
}

/** Bytes at the end that may be a character's beginning. */
function unfinished(bytes            )         {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Where the first byte stands that belongs to no UTF-8 character. Only asked of bytes that hold one. */
function firstInvalid(bytes            )         {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const cut = middle - unfinished(bytes.subarray(low, middle));
    if (cut <= low) break
    if (isUtf8(bytes.subarray(low, cut))) low = cut;
    else high = middle;
  }
  for (let at = low; at < high; ) {
    const size = [1, 2, 3, 4].find(length => isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length);
    if (size === undefined) return at
    at += size;
  }
  return low
}

function newlines(bytes            , before        )         {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE$3); at >= 0 && at < before; at = bytes.indexOf(NEWLINE$3, at + 1)) count++;
  return count
}

/** Writes the whole file or nothing: a reader sees the old content or the new, never a part. */
async function writeFile(
  root        ,
  target         ,
  content                     ,
  secret         ,
)                {
  const folder = dirname(target.absolute);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await refuseLinkOutside(root, locate$1(root, await existing(folder)));
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'wx', secret ? 0o600 : 0o666);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target.absolute);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw fileError(target.name, 'write', cause)
  }
}

/** The folder itself or the nearest above it that is there. */
async function existing(folder        )                  {
  try {
    await realpath(folder);
    return folder
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : existing(above)
  }
}

const NOT_THERE                                  = new Set(['ENOENT', 'ENOTDIR']);

/** The files of this machine, by path relative to `root`, the absolute path of the settings' folder. */
function localFiles(root        )        {
  const digests = new Map                                                    ();

  return {
    read: async (path, options) => read(locate$1(root, path), options?.maxBytes),

    async readText(path, options) {
      const located = locate$1(root, path);
      const guard = textGuard(located.name);
      const text = guard.next(await read(located, options?.maxBytes));
      guard.end();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
    },

    async exists(path) {
      const { name, absolute } = locate$1(root, path);
      try {
        await stat(absolute);
        return true
      } catch (cause) {
        if (NOT_THERE.has(systemCode(cause))) return false
        throw fileError(name, 'read', cause)
      }
    },

    list: (paths, options) => listFiles(root, paths, options?.leftOut),

    async digest(path) {
      const located = locate$1(root, path);
      const known = digests.get(located.absolute);
      if (known) return known
      const digest = hash(located);
      digests.set(located.absolute, digest);
      return digest
    },

    async write(path, content, options) {
      const located = locate$1(root, path);
      digests.delete(located.absolute);
      await writeFile(root, located, content, options?.secret === true);
    },

    async remove(path) {
      const located = locate$1(root, path);
      digests.delete(located.absolute);
      await removeFile(root, located);
    },
  }

  async function read(located         , maxBytes = Number.POSITIVE_INFINITY)                      {
    refuseLarger(located, (await regularFile(root, located)).size, maxBytes);
    try {
      const content = await readFile(located.absolute);
      refuseLarger(located, content.length, maxBytes);
      return content
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }

  async function hash(located         )                                             {
    const { size } = await regularFile(root, located);
    try {
      return await hashFile(located.absolute, size)
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }
}

function refuseLarger({ name }         , bytes        , maxBytes        )       {
  if (bytes <= maxBytes) return
  throw new UserError('file.too-large', `Expected ${name} to have at most ${maxBytes} bytes but it has ${bytes}`, {
    file: name,
    hint: 'Is it the right file?',
  })
}

/** Packages that run ONNX models, the faster one first; too heavy to come with Proofmark. */
const PACKAGES = ['onnxruntime-node', 'onnxruntime-web'];

/** What both packages declare, as far as it is used. */
                   
                                                                       
                                                                                                
 

                   
                                 
                                  
                                                                                                  
                          
 

                  
                       
                                  
                             
 

/** A side of any length is a name, which may be empty. */
const Metadata = array(
  object({
    name: string(),
    type: string().optional(),
    shape: array(union([number(), string()])).default([]),
  }),
);

/** Loads models, by path relative to `root`, into the runtime in the `node_modules` there. */
const onnxModels = (root        )             => ({
  async open(path) {
    const located = locate$1(root, path);
    const runtime = load$1(root);
    await refuseLinkOutside(root, located).catch(cause => {
      throw cause instanceof UserError ? cause : fileError(located.name, 'read', cause)
    });
    try {
      return modelOf(runtime, await runtime.InferenceSession.create(located.absolute))
    } catch (cause) {
      throw new UserError(
        'onnx.unreadable',
        `Expected ${path} to be an ONNX model but it cannot be loaded: ${messageOf$1(cause)}`,
        {
          file: path,
          hint: 'Check that the export ended well, and that the installed runtime knows its operators',
          cause,
        },
      )
    }
  },
});

function load$1(root        )          {
  const require = createRequire(join(root, 'proofmark.js'));
  for (const name of PACKAGES) {
    const found = resolved(require, name);
    if (found !== undefined) return require(found)
  }
  throw new UserError('onnx.no-runtime', `Expected ${PACKAGES.join(' or ')} to be installed but found neither`, {
    kind: 'environment',
    hint: `Run npm install --no-save ${PACKAGES[0]} beside the settings in a step before`,
  })
}

function resolved(require                , name        )                     {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

function modelOf(runtime         , session         )            {
  return {
    inputs: infoOf(session.inputMetadata),
    outputs: infoOf(session.outputMetadata),
    async run(feeds, outputs) {
      const tensors = [...feeds].map(([name, { type, values, shape }]) => [
        name,
        new runtime.Tensor(type, values, shape),
      ]);
      const answers = await session.run(Object.fromEntries(tensors), outputs);
      return outputs.flatMap(name => (answers[name] ? [tensorOf(answers[name])] : []))
    },
    close: () => session.release(),
  }
}

const tensorOf = ({ type, dims, data }        )         => ({ type, shape: dims, values: data });

const infoOf = (metadata         )               =>
  Metadata.parse(metadata).map(({ name, type, shape }) => ({
    name,
    type,
    // A side of any length is no number, or the -1 of ONNX, which one runtime reads without its sign.
    shape: shape.map(side => (typeof side === 'number' && side > 0 && side < 2 ** 31 ? side : null)),
  }));

const messageOf$1 = (cause         )         =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

/** Results in the order of the items, with at most `limit` under way at once; the first failure starts no further ones. */
async function inParallel      (
  items              ,
  limit        ,
  work                         ,
)               {
  const results      = [];
  const open = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [i, item] of open) {
      if (failed) return
      try {
        results[i] = await work(item);
      } catch (error) {
        failed = true;
        throw error
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results
}

const TRIES$2 = 4;
/** Seconds for one request and its answer, and the longest wait a server may ask for. */
const TIMEOUT$2 = 30;
const LONGEST_WAIT$1 = 60;
/** Most that one answer may hold, in bytes: twice what the API sends at most. */
const MAX_ANSWER$1 = 64 * 1024 * 1024;

                          
                      
                                                               
                         
                                             
                         
 

/** The JSON an address answers, or undefined for 404; tried again after a rate limit, a fault of the server and a lost connection. */
async function send({ url, body, second }         )                   {
  for (let tried = 1; ; tried += 1) {
    const answer = await attempt(url, body, second);
    if ('json' in answer) return answer.json
    const seconds = answer.again ? (answer.after ?? 2 ** (tried - 1)) : undefined;
    if (seconds === undefined || seconds > LONGEST_WAIT$1 || tried === TRIES$2) throw unreachable(url, answer.found)
    await setTimeout$1(seconds * second);
  }
}

             
                              
                                                                                            

async function attempt(url        , body         , second        )                  {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT$2 * second),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (response.ok) return { json: JSON.parse(await textOf(response)) }
    await response.body?.cancel();
    if (response.status === 404 && body === undefined) return { json: undefined }
    const again = response.status === 429 || response.status >= 500;
    return { found: `HTTP status ${response.status}`, again, after: secondsOf(response.headers.get('retry-after')) }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: true }
    if (error instanceof TooLarge) return { found: error.message, again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { found: timedOut ? `no answer in ${TIMEOUT$2} seconds` : 'no connection', again: true }
  }
}

class TooLarge extends Error {}

async function textOf(response          )                  {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER$1) throw new TooLarge(`an answer of more than ${MAX_ANSWER$1} bytes`)
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode()
}

/** `retry-after` in seconds; its other form, a date, is left to our own waiting. */
const secondsOf = (header               )                     =>
  header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;

const unreachable = (url        , found        ) =>
  new UserError('osv.unreachable', `Expected an answer from ${new URL(url).origin} but found ${found}`, {
    kind: 'environment',
    hint: "Run it again, name a mirror in 'security.osv-url', or give the path of OSV's all.zip as 'security.vulnerabilities'",
  });

/** Queries that one request may hold (google.github.io/osv.dev/post-v1-querybatch). */
const MAX_QUERIES = 1000;
/** Rounds of further pages; one page holds a thousand advisories. */
const MAX_ROUNDS = 100;

const Batch = object({
  results: array(
    object({
      vulns: array(object({ id: string().min(1).max(256) })).nullish(),
      next_page_token: string().nullish(),
    }),
  ),
});

                 
                                     
                     
                             
                         
 

/** Ids of the advisories that affect each package, in the packages' order, all pages of them. */
async function matchesOf(
  packages                           ,
  base        ,
  second        ,
)                      {
  const found = packages.map(() => new Set        ());
  let open          = packages.map((of, at) => ({ at, of }));
  for (let round = 1; open.length > 0; round += 1) {
    if (round > MAX_ROUNDS) throw unlike(base, `more than ${MAX_ROUNDS} pages`)
    const further          = [];
    for (let start = 0; start < open.length; start += MAX_QUERIES) {
      const queries = open.slice(start, start + MAX_QUERIES);
      const results = await ask(queries, base, second);
      for (const [i, query] of queries.entries()) {
        const { vulns, next_page_token: token } = results[i] ?? {};
        for (const { id } of vulns ?? []) found[query.at]?.add(id);
        if (token) further.push({ ...query, token });
      }
    }
    open = further;
  }
  return found.map(ids => [...ids].toSorted())
}

async function ask(queries                  , base        , second        ) {
  const body = {
    queries: queries.map(({ of: { ecosystem, name, version }, token }) => ({
      package: { ecosystem, name },
      ...(version === undefined ? {} : { version }),
      ...(token === undefined ? {} : { page_token: token }),
    })),
  };
  const answer = Batch.safeParse(await send({ url: `${base}/v1/querybatch`, body, second }));
  if (!answer.success) throw unlike(base, 'something else')
  const { results } = answer.data;
  if (results.length !== queries.length) throw unlike(base, `${results.length} results for ${queries.length} queries`)
  return results
}

const unlike = (base        , found        ) =>
  new UserError('osv.answer', `Expected the answer of an OSV server from ${base} but found ${found}`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
  });

/** Details asked for at once. */
const PARALLEL = 8;

/** Asks an OSV server which advisories affect the packages, then for each advisory once. */
async function fromServer(
  packages                           ,
  url        ,
  second        ,
)                         {
  const base = url.replace(/\/+$/, '');
  const matches = await matchesOf(packages, base, second);
  const ids = [...new Set(matches.flat())];
  const records = await inParallel(ids, PARALLEL, id => detail(id, base, second));
  const byId = new Map(ids.map((id, i) => [id, records[i] ?? { id }]));
  return matches.map(found => found.map(id => byId.get(id) ?? { id }).filter(record => !isWithdrawn(record)))
}

/** One advisory; a server that names it but has no details of it leaves only its name. */
async function detail(id        , base        , second        )                     {
  const answer = await send({ url: `${base}/v1/vulns/${encodeURIComponent(id)}`, second });
  if (answer === undefined) return { id }
  const found = OsvRecord.safeParse(answer);
  if (found.success && found.data.id === id) return found.data
  throw new UserError('osv.answer', `Expected the advisory ${id} from ${base} but found something else`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
    ...(found.success ? {} : { cause: prettifyError(found.error) }),
  })
}

/** Advisories of OSV, by its API (google.github.io/osv.dev/api). */
function osvAdvisories({ second = 1000 }          = {})             {
  return {
    find: (packages, { url }) => fromServer(packages, url, second),
  }
}

const running = new Set              ();

/** Has a process end when this program does, for it may be too busy to hear that nobody waits for it any more. */
function endWithProgram(child              )       {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
}

function endAll()       {
  for (const child of running) child.kill('SIGKILL');
}

/** Of the environment every program is told this much: where programs, the user's files and temporary files are, and the language. */
const USUAL = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE', 'SystemRoot', 'ComSpec', 'PATHEXT'];

/** The runner's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$3 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../program-worker.js', import.meta.url);

/**
 * Runs programs of the user's on this machine, in folders relative to `root`. Each is started by a process that leads a group
 * of its own, so that what the program has started ends with it when its time is over.
 */
const localPrograms = (root        )           => ({
  run: (program, hears) =>
    new Promise(resolve => {
      const runner = fork(FILE$3, [], {
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      endWithProgram(runner);
      let output = '';
      let end;                        
      const stop = setTimeout(() => {
        end = { stopped: program.seconds, output };
        endGroup(runner);
      }, program.seconds * 1000);
      const hear = (said        ) => {
        output = (output + said).slice(-1e6);
        hears?.(said);
      };
      runner.stderr?.setEncoding('utf8').on('data', hear);
      runner.on('message', (message            ) => {
        if ('said' in message) hear(message.said);
        else if ('exitCode' in message) end ??= { exitCode: message.exitCode, output };
        else end ??= { cannotStart: message.cannotStart, output };
      });
      const over = (how        ) => {
        clearTimeout(stop);
        // What the program left running goes with it.
        endGroup(runner);
        resolve(end ? { ...end, output } : { cannotStart: how, output });
      };
      runner.on('error', error => over(error.message));
      runner.on('close', (code, signal) => over(`its runner ended with code ${code}, ${signal ?? 'no signal'}`));
      const job           = {
        command: program.command,
        folder: locate$1(root, program.folder).absolute,
        environment: environmentOf(program),
      };
      runner.send(job);
    }),
});

function environmentOf({ environment }         )                         {
  const names = [...USUAL, ...environment];
  return Object.fromEntries(names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function endGroup({ pid }              )       {
  if (pid === undefined) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  else {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Nothing of it runs any more.
    }
  }
}

/** What the HTTP API answers to a range query. Values are texts: "NaN" and "+Inf" are among them. */
const RangeAnswer = object({
  status: literal$1('success'),
  data: object({
    resultType: literal$1('matrix'),
    result: array(
        object({
          metric: record(string(), string()),
          values: array(tuple([number(), string()])).default([]),
        }),
      )
      .max(10_000),
  }),
});

/** What it answers where it can't. */
const ErrorAnswer = object({ status: literal$1('error'), error: string(), errorType: string().optional() });

/** Headers that say who asks: from environment variables that the settings name, never from the settings. */
function credentials(
  source                  ,
  environment                                              ,
)                         {
  const { 'token-env': token, 'username-env': username, 'password-env': password, tenant } = source;
  const read = (name        )         => {
    const value = environment[name];
    if (value !== undefined && value !== '') return value
    throw new UserError(
      'prometheus.credentials',
      `Expected the environment variable ${name} to be set but found nothing`,
      {
        kind: 'environment',
        hint: `Give the step the secret: env: { ${name}: \${{ secrets.${name} }} }`,
      },
    )
  };
  return {
    ...(tenant === undefined ? {} : { 'x-scope-orgid': tenant }),
    ...(token === undefined ? {} : { authorization: `Bearer ${read(token)}` }),
    ...(username === undefined || password === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(`${read(username)}:${read(password)}`).toString('base64')}` }),
  }
}

/** Most that one answer may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024;

                       
                   
                                                    
                                
                                    
                                  
                                                     
                          
 

                         
                         
                                                                                    
                       
 

/** Sends a form by POST and reads the whole answer, within limits of time and size. No redirect is followed: it would take the credentials along. */
function post({ url, headers, form, ca, timeout }      )                  {
  const body = form.toString();
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request : request$1;
    const request$2 = send(
      url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(timeout),
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
        ...(ca === undefined ? {} : { ca }),
      },
      response => {
        const chunks           = [];
        let bytes = 0;
        response.on('data', (chunk        ) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER) response.destroy(new AnswerTooLarge());
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request$2.on('error', reject);
    request$2.end(body);
  })
}

/** An answer larger than is read. */
class AnswerTooLarge extends Error {
  constructor() {
    super(`an answer of more than ${MAX_ANSWER} bytes`);
  }
}

/** Characters of a server's own words that are told. */
const LONGEST$1 = 300;

const fault$1 = (source                  , found        , hint        , cause          ) =>
  new UserError('prometheus.answer', `Expected an answer from Prometheus at ${source.url} but found ${found}`, {
    kind: 'environment',
    hint,
    cause,
  });

/** A connection that failed, and whether another may not. */
function connectionFault(source                  , error         , timeout        ) {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const name = error instanceof Error ? error.name : '';
  if (error instanceof AnswerTooLarge)
    return {
      again: false,
      fault: fault$1(source, error.message, "Ask for one series, by sum(…), a longer 'every', or a shorter 'range'"),
    }
  if (name === 'AbortError' || name === 'TimeoutError')
    return {
      again: true,
      fault: fault$1(
        source,
        `none in ${timeout} seconds`,
        "Make the query cheaper, by a recording rule or a shorter 'range'",
        error,
      ),
    }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault$1(
        source,
        `a certificate that is not trusted (${code})`,
        "Name the file of its certificate authority as 'ca'",
        error,
      ),
    }
  return {
    again: true,
    fault: fault$1(
      source,
      `no connection${code === '' ? '' : ` (${code})`}`,
      "Check 'url', that the server runs, and that the runner can reach it",
      error,
    ),
  }
}

/** A status that is no success, with what the server says of it. */
function refused$1(source                  , { status, text, headers }        )            {
  const said = saidIn(text);
  const found = `HTTP status ${status}${said === '' ? '' : `: ${said}`}`;
  if (status === 400 || status === 422)
    return fault$1(source, found, "Try the query in the server's own page; mend it in the settings")
  if (status === 401 || status === 403)
    return fault$1(
      source,
      found,
      "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    )
  if (status >= 300 && status < 400)
    return fault$1(
      source,
      `a redirect to ${String(headers.location ?? 'elsewhere').slice(0, LONGEST$1)}`,
      "Give that address as 'url': no redirect is followed",
    )
  if (status === 404)
    return fault$1(source, found, "Check 'url': the address without /api/v1, with the prefix that the server has")
  return fault$1(source, found, 'The server is overloaded or starting: run it again, or ask for less')
}

const unreadable = (source                  , found        , cause         ) =>
  fault$1(source, found, "Check that 'url' is the address of Prometheus's HTTP API, without /api/v1", cause);

function saidIn(text        )         {
  try {
    const answer = ErrorAnswer.safeParse(JSON.parse(text));
    return answer.success ? answer.data.error.replaceAll(/\s+/g, ' ').slice(0, LONGEST$1) : ''
  } catch {
    return ''
  }
}

const TRIES$1 = 4;
/** Seconds for one request and its answer, and the longest wait that a server may ask for. */
const TIMEOUT$1 = 30;
const LONGEST_WAIT = 60;
/** Points of a series that are asked for at once; the server refuses more than 11 000. */
const POINTS = 10_000;

                                    
                                             
                          
                                                                    
                                              
                                         
 

/** Range queries by the HTTP API of Prometheus, or of what speaks it: Thanos, Mimir, VictoriaMetrics. */
function prometheus({ second = 1000, environment, readText }                   )          {
  return {
    async range(source, query, { start, end, step }) {
      const headers = credentials(source, environment);
      const ca = source.ca === undefined ? undefined : await readText(source.ca);
      const found = new Map                                                                  ();
      for (let from = start; from <= end; from += POINTS * step) {
        const until = Math.min(end, from + (POINTS - 1) * step);
        const form = new URLSearchParams({
          query,
          start: `${from / 1000}`,
          end: `${until / 1000}`,
          step: `${step / 1000}`,
        });
        const text = await ask(source, { headers, form, ca });
        for (const { metric, values } of parsed(source, text)) {
          const key = JSON.stringify(Object.entries(metric).sort(([a], [b]) => (a < b ? -1 : 1)));
          const series = found.get(key) ?? { labels: metric, points: [] };
          for (const [time, value] of values) series.points.push([Math.round(time * 1000), numberOf(value)]);
          found.set(key, series);
        }
      }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series)
    },
  }

  /** The text of an answer; tried again where the server is busy, or the connection was lost. */
  async function ask(
    source                  ,
    sent                                                                                    ,
  )                  {
    const url = new URL(`${source.url.replace(/\/+$/, '')}/api/v1/query_range`);
    for (let tried = 1; ; tried++) {
      const answer = await post({ url, ...sent, timeout: TIMEOUT$1 * second }).catch((error         ) => ({ error }));
      if ('error' in answer) {
        const { fault, again } = connectionFault(source, answer.error, TIMEOUT$1);
        if (!again || tried === TRIES$1) throw fault
        await setTimeout$1(2 ** (tried - 1) * second);
        continue
      }
      if (answer.status === 200) return answer.text
      const seconds = isBusy(answer) ? (retryAfter(answer) ?? 2 ** (tried - 1)) : undefined;
      if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES$1) throw refused$1(source, answer)
      await setTimeout$1(seconds * second);
    }
  }
}

const isBusy = ({ status }        ) => status === 429 || status === 502 || status === 503 || status === 504;

/** Seconds that the server asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }        )                     {
  const header = headers['retry-after'];
  return typeof header === 'string' && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}

function parsed(source                  , text        ) {
  let json;         
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(source, 'an answer that is no JSON', cause)
  }
  const answer = RangeAnswer.safeParse(json);
  if (!answer.success) throw unreadable(source, 'an answer that is no matrix', answer.error)
  return answer.data.data.result
}

const numberOf = (text        )         =>
  text === '+Inf'
    ? Number.POSITIVE_INFINITY
    : text === '-Inf'
      ? Number.NEGATIVE_INFINITY
      : Number(text === '' ? 'NaN' : text);

/** The fault of a file that more than the scan needs, and whose reading was stopped. */
function stoppedReading(path        , stop      , { memory }                            )            {
  const { reason, hint } = stopReason(stop, memory, path);
  return new UserError('scan.stopped', reason, { file: path, hint })
}

/** Memory that a process holds, in MiB; undefined where the system does not say (elsewhere than on Linux), or it has ended. */
function residentMemory(pid                    )                     {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** How V8 and Node say that memory has run out. */
const OUT_OF_MEMORY =
  /out of memory|heap limit|allocation failed|failed to allocate|invalid (string|typed array|array buffer) length/i;

/** Why a process ended that was to read on: by its exit and by the last it has said. */
function stopOf(code               , signal                       , said        )       {
  if (OUT_OF_MEMORY.test(said)) return { limit: 'memory' }
  return { limit: 'crash', how: signal ? `was ended by ${signal}` : `ended with code ${code}` }
}

/** Why a file was not read to its end, by what the reading threw. */
function stopOfError(message        )       {
  return OUT_OF_MEMORY.test(message) ? { limit: 'memory' } : { limit: 'crash', how: `failed with ${message}` }
}

/** A file that a process is to read, and for what. */
                      
                     
                              
                          
                                                                    
 

/** What became of a job; `again` where the process ended before it came to it. */
                                                              

/** A process that reads files one after another, until one of them is the end of it. */
                                 
                                       
                   
                   
                                  
             
 

                    
                   
                                 
                            
 

/** Milliseconds between two looks at the memory of a process. */
const WATCH = 50;

/** The process's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$2 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../scan-worker.js', import.meta.url);

/**
 * Starts a process that may read files and do nothing else: it can write none, start no other, and is told nothing of the
 * environment, where tokens are. A process and no thread, for a thread that runs out of memory can take the program with it.
 */
function scannerProcess(limits            , file = FILE$2)                 {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${limits.memory}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const questions             = [];
  let state                                = 'starting';
  let stop;                  
  let said = '';
  let deadline;                            
  const watch = setInterval(() => {
    if (questions.length > 0 && (residentMemory(child.pid) ?? 0) > limits.memory) end({ limit: 'memory' });
  }, WATCH);
  watch.unref();
  endWithProgram(child);

  function end(reason       )       {
    stop ??= reason;
    child.kill('SIGKILL');
  }

  /** The first of the jobs is being done from now on. */
  function begin()       {
    clearTimeout(deadline);
    const seconds = questions[0]?.job.seconds;
    if (seconds === undefined || state !== 'ready') return
    deadline = setTimeout(() => end({ limit: 'time', seconds }), seconds * 1000);
  }

  const send = (message           ) => child.connected && child.send(message, () => {});

  child.stderr?.setEncoding('utf8').on('data', (text        ) => {
    said = `${said}${text}`.slice(-8192);
  });
  child.on('message', (message             ) => {
    if (message === 'ready') {
      state = 'ready';
      begin();
    } else if ('sizeBeside' in message) {
      const answer = (size                    ) => send({ size });
      const found = questions[0]?.job.sizeBeside?.(message.sizeBeside) ?? Promise.resolve(undefined);
      found.then(answer, () => answer(undefined));
    } else if ('threw' in message) {
      // It may be in any state by now.
      end(stopOfError(message.threw));
    } else {
      questions.shift()?.resolve(message);
      begin();
    }
  });
  child.on('error', error => over(error.message));
  child.on('close', (code, signal) =>
    over(`code ${code}, ${signal ?? 'no signal'}: ${said}`, stopOf(code, signal, said)),
  );

  function over(how        , reason       )       {
    const hasStarted = state === 'ready';
    state = 'over';
    clearTimeout(deadline);
    clearInterval(watch);
    const [current, ...others] = questions.splice(0);
    const why = stop ?? reason;
    if (hasStarted && why) current?.resolve({ stop: why });
    else current?.reject(notStarted(how));
    for (const { resolve } of others) resolve('again');
  }

  return {
    waiting: () => questions.length,
    isOver: () => state === 'over' || stop !== undefined,
    end,
    scan: job =>
      new Promise((resolve, reject) => {
        questions.push({ job, resolve, reject });
        if (questions.length === 1) begin();
        send({ ...job.task, limits });
      }),
  }
}

const notStarted = (how        ) =>
  new UserError(
    'scan.no-process',
    `Expected to start a process that reads untrusted files but it did not start (${how})`,
    {
      kind: 'environment',
      hint: 'Give the machine more memory or processes, and check that the files of Proofmark are whole',
    },
  );

/** Jobs that a process has at once: it must not stand idle while this one is busy. */
const WAITING$1 = 2;
/** What must be left to do for a further process to be worth its start. */
const MANY = 24;
const MUCH = 8 * 1024 * 1024;
/** Processes at once unless told otherwise: each may take the memory that is set. */
const MOST = 8;
/** Bytes of a file for which it has a second more. */
const BYTES_PER_SECOND = 10_000_000;

                                
                                
                           
                    
                                                         
 

/** Scans the files of this machine, by path relative to `root`, in processes that end with whatever file is too much for them. */
function scanProcesses(
  root        ,
  { workers = Math.min(availableParallelism(), MOST), start = scannerProcess }                = {},
)          {
  return {
    open(limits)            {
      const pool = processPool(() => start(limits), workers);
      const secondsFor = (bytes        ) => limits.seconds + Math.floor(bytes / BYTES_PER_SECOND);
      return {
        close: pool.close,
        async scan(path, sizeBeside) {
          const located = locate$1(root, path);
          const size = await sizeOf(located);
          const task = { what: 'scan', path, absolute: located.absolute };         
          const outcome = await pool.run({ task, seconds: secondsFor(size), sizeBeside }, size);
          if ('stop' in outcome) return { inspected: stoppedScan(outcome.stop, limits) }
          if (!('scanned' in outcome)) throw unfit(path)
          const content = unpackContent(outcome.scanned);
          if (outcome.changed) return { inspected: stoppedScan({ limit: 'change' }, limits) }
          return outcome.sha256 === undefined ? content : { ...content, sha256: outcome.sha256 }
        },
        async readDependencies(path, text, as) {
          const task = { what: 'dependencies', path, text, as };         
          const outcome = await pool.run({ task, seconds: secondsFor(text.length) }, text.length);
          if ('stop' in outcome) return { path, fault: stoppedReading(path, outcome.stop, limits) }
          if (!('dependencies' in outcome)) throw unfit(path)
          return outcome.dependencies && unpackDependencies(outcome.dependencies)
        },
        async matchAdvisories(path, packages) {
          const located = locate$1(root, path);
          const size = await sizeOf(located);
          const task = { what: 'advisories', path, absolute: located.absolute, packages };         
          const outcome = await pool.run({ task, seconds: secondsFor(size) }, size);
          if ('stop' in outcome) throw stoppedReading(path, outcome.stop, limits)
          if ('refused' in outcome) throw unpackFault(outcome.refused)
          if (!('advisories' in outcome)) throw unfit(path)
          return { ...outcome.advisories, sha256: outcome.sha256 }
        },
      }
    },
  }
}

const unfit = (path        ) => new Error(`A process that was to read ${path} answered something else`);

async function sizeOf({ name, absolute }         )                  {
  try {
    return (await stat(absolute)).size
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
}

                   
                   
                        
                                                   
                              
 

/** Gives jobs to processes in the order in which they come, and starts as many processes as there is work for. */
function processPool(start                      , most        ) {
  let processes = [start()];
  const tasks            = [];

  function feed()       {
    processes = processes.filter(each => !each.isOver());
    while (tasks.length > 0) {
      const [least] = processes.toSorted((a, b) => a.waiting() - b.waiting());
      if (least && least.waiting() < WAITING$1) give(least);
      else if (processes.length === 0 || (processes.length < most && isMuch())) processes.push(start());
      else return
    }
  }

  const isMuch = () => tasks.length > MANY || tasks.reduce((sum, { bytes }) => sum + bytes, 0) > MUCH;

  function give(to                )       {
    const task = tasks.shift();
    if (!task) return
    to.scan(task.job)
      .then(outcome => {
        if (outcome === 'again') tasks.unshift(task);
        else task.resolve(outcome);
      }, task.reject)
      .finally(feed);
  }

  return {
    run: (job     , bytes        ) =>
      new Promise                           ((resolve, reject) => {
        tasks.push({ job, bytes, resolve, reject });
        feed();
      }),
    close() {
      tasks.length = 0;
      for (const each of processes) each.end();
    },
  }
}

/** How bundles name a public key: the SHA-256 of its DER (SPKI), hexadecimal. Unlike PEM, DER spells a key in one way only. */
function keyId(publicKey           )         {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** The bytes a DSSE signature is over: "DSSEv1 <length> <type> <length> <payload>", lengths in bytes (DSSE v1.0.2, protocol). */
function preAuthenticationEncoding(payloadType        , payload            )         {
  const head = `DSSEv1 ${Buffer$1.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer$1.concat([Buffer$1.from(head), payload])
}

/** The key, if it is on P-256: the one curve that every verifier of Sigstore bundles takes with SHA-256. */
function requireP256(key           , hint        )            {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return key
  const found = [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' ');
  throw new UserError('signing.key-type', `Expected a P-256 key but found ${found}`, { hint })
}

const HINT$1 = 'Make a key pair with `proofmark keygen`';

/** An unencrypted P-256 private key from PEM (PKCS#8, or SEC1 as `openssl ecparam -genkey` writes it). Messages never quote it. */
function privateKeyFrom(pem        )            {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw new UserError('signing.key-encrypted', 'Expected an unencrypted private key but found an encrypted one', {
      hint: 'Decrypt it with `openssl pkcs8 -in encrypted.key -out proofmark.key` and keep it as a secret',
    })
  if (!/-----BEGIN (EC |RSA )?PRIVATE KEY-----/.test(pem)) {
    const found = /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem) ? 'a public key' : 'none';
    throw new UserError('signing.key-not-private', `Expected a private key in PEM but found ${found}`, { hint: HINT$1 })
  }
  return requireP256(parse$2(pem), HINT$1)
}

function parse$2(pem        )            {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a private key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}

const HINT = 'Give the proofmark.pub that belongs to the key the certificate was signed with';

/** A P-256 public key from PEM (SPKI). A private key is refused: whoever verifies has no business with one. */
function publicKeyFrom(pem        )            {
  if (!/-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem) || pem.includes('PRIVATE KEY-----')) {
    const found = pem.includes('PRIVATE KEY-----') ? 'a private key' : 'none';
    throw new UserError('signing.key-not-public', `Expected a public key in PEM but found ${found}`, { hint: HINT })
  }
  return requireP256(parse$1(pem), HINT)
}

function parse$1(pem        )            {
  try {
    return createPublicKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a public key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}

/**
 * The payload of a bundle that exactly this key has signed, or why it is refused. The thresholds are zero because a bundle of
 * this first form carries no trusted time: whoever holds the key can date a statement as they like, and a key that was stolen
 * or retired is refused by no longer trusting it, not by the date in the statement.
 */
async function verifyBundle(text        , key           )                                {
  const read = readBundle(text);
  if ('reason' in read) return { refused: read.reason }
  const id = keyId(key);
  const [signature] = read.bundle.dsseEnvelope.signatures;
  if (read.bundle.verificationMaterial.publicKey.hint !== id || signature.keyid !== id)
    return { refused: `Expected a signature by key ${short(id)} but found one by key ${short(signature.keyid)}` }
  const [{ bundleFromJSON, isBundleWithDsseEnvelope }, { toSignedEntity, Verifier }] = await Promise.all([
    import('./sigstore.js').then(function (n) { return n.i; }),
    import('./sigstore.js').then(function (n) { return n.a; }),
  ]);
  const nobody = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] };
  const trust = { ...nobody, publicKey: () => ({ publicKey: key, validFor: () => true }) };
  try {
    const bundle = bundleFromJSON(read.bundle);
    if (!isBundleWithDsseEnvelope(bundle)) return { refused: 'Expected a bundle with a DSSE envelope but found none' }
    new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 }).verify(toSignedEntity(bundle));
    const { payload, payloadType } = bundle.content.dsseEnvelope;
    return { payload, payloadType }
  } catch (error) {
    return { refused: `Expected a signature by key ${short(id)} over this payload but ${reason(error)}` }
  }
}

const short = (id        ) => `${id.slice(0, 12)}…`;
const reason = (error         ) => (error instanceof Error ? error.message : String(error));

/**
 * Signs with a local P-256 key (ECDSA, SHA-256) into Sigstore bundles v0.3 that `openssl`, cosign and every Sigstore library
 * can verify. A bundle names its key by `publicKey.hint` and `keyid`, the SHA-256 of the key's DER (SPKI) in hexadecimal. The
 * envelope is built here rather than by @sigstore/sign, whose certificate authority and log clients a local key never uses.
 */
function sigstoreSigning()          {
  return {
    async generate() {
      return promisify(generateKeyPair)('ec', {
        namedCurve: 'P-256',
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      })
    },

    async sign(payload, payloadType, privateKey) {
      const key = privateKeyFrom(privateKey);
      const { bundleToJSON, toDSSEBundle } = await import('./sigstore.js').then(function (n) { return n.i; });
      const bundle = toDSSEBundle({
        artifact: Buffer.from(payload),
        artifactType: payloadType,
        signature: sign('sha256', preAuthenticationEncoding(payloadType, payload), key),
        keyHint: keyId(createPublicKey(key)),
      });
      return `${JSON.stringify(bundleToJSON(bundle), null, 2)}\n`
    },

    async verify(bundle, publicKey) {
      return verifyBundle(bundle, publicKeyFrom(publicKey))
    },

    async publicKey(privateKey) {
      const key = createPublicKey(privateKeyFrom(privateKey));
      return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), sha256: keyId(key) }
    },
  }
}

/** Opens a table that is read from something. Its batches close that; where there is no table, this does. */
async function openWith                                           (
  opened        ,
  open                                    ,
)                 {
  try {
    return await open(opened)
  } catch (cause) {
    await opened.close();
    throw cause
  }
}

/** A worker, which answers questions in the order in which they are asked. */
                                           
                                                
                   
                                          
                          
 

                           
                               
                            
 

/** Starts a worker with what it begins with, and room for so many megabytes of short-lived objects. */
function startThread                  (file     , start         , young        )                           {
  const worker = new Worker(file, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: young } });
  const waiting                    = [];
  let failed;                   
  worker.on('message', (answer        ) => waiting.shift()?.resolve(answer));
  worker.on('error', error => {
    failed = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of waiting.splice(0)) reject(failed);
  });
  return {
    waiting: () => waiting.length,
    stop: () => worker.terminate(),
    ask: question =>
      new Promise((resolve, reject) => {
        if (failed) {
          reject(failed);
          return
        }
        waiting.push({ resolve, reject });
        worker.postMessage(question);
      }),
  }
}

/** Threads that measure segments beside this one. */
                                   
                                                                                               
                                                                 
                                                          
                                      
                       
 

/** Segments that wait for a worker: it must not stand idle while this thread measures one itself. */
const WAITING = 3;
/** Megabytes of a worker's short-lived objects, of which it makes few: V8 would let them take up four times as much. */
const YOUNG$1 = 8;

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$1 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../table-worker.js', import.meta.url);

/** Starts as many workers, each with a run of its own. Segments must be in the memory they begin with. */
function measuringWorkers(count        , start             )                   {
  const threads = Array.from({ length: count }, () => startThread                      (FILE$1, start, YOUNG$1));
  return {
    measure({ bytes, ...segment }) {
      const [least] = threads.toSorted((a, b) => a.waiting() - b.waiting());
      if (!least || least.waiting() >= WAITING) return undefined
      return least.ask({ ...segment, address: bytes.byteOffset }).then(measuredBy)
    },
    async finish(run) {
      const answers = await Promise.all(threads.map(each => each.ask('finish')));
      for (const answer of answers) if ('state' in answer) run.merge(answer.state);
    },
    async stop() {
      await Promise.all(threads.map(each => each.stop()));
    },
  }
}

function measuredBy(answer            )                  {
  if ('measured' in answer) return answer.measured
  throw new Error('A worker answered with its state before it was asked')
}

const QUOTE = 0x22;

/**
 * Whether the bytes from `start` to `end` hold an odd number of quotes. A word of four bytes at a time: where a byte is a
 * quote, a bit of its own is zero, and the parity of all bits is that of the words' exclusive or. Four words a turn, as one
 * would wait for the other.
 */
function oddQuotes(bytes            , start        , end        )          {
  let odd = 0;
  let at = start;
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] === QUOTE) odd ^= 1;
  if (at === end) return odd === 1
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, ((end - at) >> 4) << 2);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < words.length; i += 4) {
    a ^= notQuotes(words[i]          );
    b ^= notQuotes(words[i + 1]          );
    c ^= notQuotes(words[i + 2]          );
    d ^= notQuotes(words[i + 3]          );
  }
  // Of a multiple of four words, the complements cancel out.
  for (let bits = a ^ b ^ c ^ d; bits !== 0; bits &= bits - 1) odd ^= 1;
  for (at += words.length * 4; at < end; at++) if (bytes[at] === QUOTE) odd ^= 1;
  return odd === 1
}

/** All bits set but the highest of each byte that is a quote. */
function notQuotes(word        )         {
  const zero = word ^ 0x22222222;
  return ((zero & 0x7f7f7f7f) + 0x7f7f7f7f) | 0 | zero | 0x7f7f7f7f
}

/** Memory that segments are read into. */
                       
                                                                                                                             
                                     
                           
                                                               
                                                               
 

/**
 * At most so many pieces of a kernel's memory at a time: who asks for one more waits until one is given back. The memory of a
 * piece is a power of two, and of too many unused ones the largest are kept, for what a kernel has taken it never gives back.
 */
function kernelRoom(kernel        , pieces        )       {
  /** By address. */
  const capacities = new Map                ();
  const unused           = [];
  const waiting                 = [];
  let taken = 0;
  const capacityOf = (address        ) => capacities.get(address) ?? 0;
  return {
    async take(size) {
      while (taken === pieces) await new Promise      (resolve => waiting.push(resolve));
      taken += 1;
      const address = fitting(size) ?? another(size);
      return Buffer.from(kernel.bufferTo(address, size), address, size)
    },
    give({ byteOffset }) {
      taken -= 1;
      unused.push(byteOffset);
      unused.sort((a, b) => capacityOf(a) - capacityOf(b));
      if (unused.length > pieces) unused.shift();
      waiting.shift()?.();
    },
    oddQuotes(piece, start, end) {
      const address = kernel.addressOf(piece) ?? 0;
      return kernel.oddQuotes(address + start, address + end) !== 0
    },
  }

  /** The smallest unused one that is large enough. */
  function fitting(size        )                     {
    const at = unused.findIndex(address => capacityOf(address) >= size);
    return at === -1 ? undefined : unused.splice(at, 1)[0]
  }

  function another(size        )         {
    const capacity = 2 ** Math.ceil(Math.log2(size));
    const address = kernel.take(capacity + BEYOND);
    capacities.set(address, capacity);
    return address
  }
}

/** Memory of this thread alone, taken anew each time. */
const ownRoom       = {
  take: async size => Buffer.allocUnsafeSlow(size),
  give: () => {},
  oddQuotes,
};

const NEWLINE$2 = 0x0a;

/** Line breaks among the bytes from `start` to `end`. */
function countNewlines(bytes        , start        , end        )         {
  let count = 0;
  const part = bytes.subarray(start, end);
  for (let at = part.indexOf(NEWLINE$2); at >= 0; at = part.indexOf(NEWLINE$2, at + 1)) count += 1;
  return count
}

const AN_OBJECT_A_LINE = 'Write an object on a line of its own for every row';

/** What faults say to the reader; the place is the line on which the row or the cell begins. */
const MEANINGS                                              = {
  'open-quote': {
    code: 'table.open-quote',
    message: (_, __, place) => `Expected the quote that opens here to be closed but the file ends first (${place})`,
    hint: () => 'Close the quote, or double it where it belongs to the text: ""',
  },
  'quote-after': {
    code: 'table.stray-quote',
    message: (_, __, place) =>
      `Expected a separator or the line's end after the quoted cell that starts here (${place})`,
    hint: () => 'Double a quote that belongs to the text: "". Or a quote was left open on this line',
  },
  'quote-inside': {
    code: 'table.stray-quote',
    message: (_, __, place) => `Expected a quote only at the start of a cell but found one inside it (${place})`,
    hint: () => 'Put the whole cell in quotes and double those inside: "say ""hello"""',
  },
  'long-row': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected the row to have at most 16 MiB but it is longer (${place})`,
    hint: () => 'Probably a quote that opens here is never closed',
  },
  ragged: {
    code: 'table.ragged-row',
    message: ({ cells }, width, place) => `Expected ${width} cells as in the header but found ${cells} (${place})`,
    hint: ({ cells }, width) =>
      cells > width ? 'Put a cell that contains the separator in quotes' : 'Complete the row or remove it',
  },
  blank: {
    code: 'table.ragged-row',
    message: (_, width, place) => `Expected ${width} cells as in the header but the line is blank (${place})`,
    hint: () => 'Complete the row or remove it',
  },
  'long-line': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected lines of at most 16 MiB but found a longer one (${place})`,
    hint: () => `Is it one JSON document? ${AN_OBJECT_A_LINE}`,
  },
  'no-object': {
    code: 'table.json',
    message: (_, __, place) => `Expected a JSON object but found something else (${place})`,
    hint: () => AN_OBJECT_A_LINE,
  },
  'unknown-key': {
    code: 'table.unknown-key',
    message: (_, __, place) => `Expected the keys of the first 1000 lines but found another (${place})`,
    hint: () => 'Write every key on every line, null where there is no value',
  },
  'repeated-key': {
    code: 'table.repeated-key',
    message: (_, __, place) => `Expected every key of an object once but found one twice (${place})`,
    hint: () => 'Drop one of the two: readers differ in which they take',
  },
};

/** A fault of a file, on its line, as an error; it never quotes a cell. */
function faultError(name        , fault          , width        , line        )            {
  const { code, message, hint } = MEANINGS[fault.kind];
  return new UserError(code, message(fault, width, `${name}:${line}`), { file: name, line, hint: hint(fault, width) })
}

/** Rows found in bytes: where each of their cells begins and ends. */
                              
                        
                              
                       
              
                                                                                    
                             
                                                                                                                            
                           
                                
                             
                                                                                      
               
 

/** Room for rows of this width. */
const roomFor = (width        , room        )              => ({
  width,
  room,
  rows: 0,
  starts: new Int32Array(width * room),
  ends: new Int32Array(width * room),
  begins: new Int32Array(room),
  blank: -1,
});

/** What is wrong at a byte, as an error of the file. */
                           
                
                  
                    
                   
              
             
                
                 
                 
                   
                    
                                              
                     
                     
                        
 

/**
 * Finds the cells of whole rows from `at` until there is no more room or byte; gives the byte to go on from, or a fault. The
 * byte at `end - 1` or the one at `end` must be a line break: the end is not looked for.
 */

const NEWLINE$1 = 0x0a;

/** Bytes that one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
const MAX_ROW$1 = 16 * 1024 * 1024;

/** Whole rows of a file, in one piece of memory. */
                                               
                                                              
                        
                      
 

/** A row longer than `MAX_ROW`, by its first byte's place. */
                          
                          
 

/**
 * The file in segments of about `size` bytes, cut where a row ends. Each goes into a piece of memory of its own.
 */
async function* segments(
  reader            ,
  { lastRowEnd }                             ,
  room      ,
  size        ,
)                                    {
  let carry         = Buffer.alloc(0);
  let base = 0;
  for (;;) {
    let bytes = await room.take(Math.max(size, 2 * carry.length));
    carry.copy(bytes);
    let length = carry.length;
    let end = 0;
    let done = false;
    for (;;) {
      const read = await fill(reader, bytes.subarray(length));
      length += read;
      done = length < bytes.length;
      end = lastRowEnd(bytes, length, room);
      if (length - end > MAX_ROW$1) {
        if (end > 0) yield segment(bytes, base, end);
        yield { tooLong: base + end };
        return
      }
      if (done) {
        end = length;
        // Of a last row without a line break, the end is one all the same.
        bytes[length] = NEWLINE$1;
      }
      if (end > 0 || done) break
      const larger = await room.take(2 * bytes.length);
      bytes.copy(larger);
      room.give(bytes);
      bytes = larger;
    }
    if (end > 0) yield segment(bytes, base, end);
    if (done) return
    carry = Buffer.from(bytes.subarray(end, length));
    base += end;
  }
}

const segment = (bytes        , base        , end        )          => ({
  bytes,
  base,
  start: 0,
  end,
  ascii: isAscii(bytes.subarray(0, end)),
});

/** Reads until the target is full or the file ends. */
async function fill(reader            , target            )                  {
  let length = 0;
  while (length < target.length) {
    const read = await reader.read(target.subarray(length));
    if (read === 0) break
    length += read;
  }
  return length
}

/** A table as text in UTF-8, its lines ended by LF or CRLF. */
                           
                       
                             
                     
                                                                   
                                                              
 

                            
                                    
                                
                                            
 

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes by which other kinds of file are told. */
const HEAD$1 = 4096;
const PIECE$4 = 1024 * 1024;

/** A file's rows in segments, its byte order mark left out; every segment is known to be text. Faults are `UserError`s with their line. */
async function* textSegments(
  file          ,
  reader            ,
  room      ,
  size        ,
)                          {
  const grammar = grammarOf(file.form);
  let first = true;
  for await (const segment of segments(reader, grammar, room, size)) {
    if ('tooLong' in segment) throw await faultOf(file, { kind: grammar.tooLong, at: segment.tooLong, cells: 0 }, 0)
    await refuseOtherText(file, segment, first);
    const marked = first && BYTE_ORDER_MARK.equals(segment.bytes.subarray(0, 3));
    first = false;
    yield marked ? { ...segment, start: BYTE_ORDER_MARK.length } : segment;
  }
}

/** Throws what the guard says of the whole file, once a segment is seen not to be text. */
async function refuseOtherText(
  { name, source }          ,
  { bytes, end, ascii }         ,
  first         ,
)                {
  if (first) textGuard(name).next(bytes.subarray(0, Math.min(end, HEAD$1)));
  const text = bytes.subarray(0, end);
  if ((ascii || isUtf8(text)) && !text.includes(0)) return
  const guard = textGuard(name);
  const reader = await source.open(0);
  try {
    const piece = Buffer.alloc(PIECE$4);
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      guard.next(piece.subarray(0, read));
    }
    guard.end();
  } finally {
    await reader.close();
  }
}

/** A fault as an error: its line is counted only now. */
async function faultOf(file          , fault          , width        )                 {
  const [line = 1] = await linesAt(file, [fault.at]);
  return faultError(file.name, fault, width, line)
}

/** The lines of the places, ascending: the file is read again, as far as the last of them. */
async function linesAt(file          , places                   )                    {
  if (places.length === 0) return []
  const reader = await file.source.open(0);
  try {
    const piece = Buffer.alloc(PIECE$4);
    const lines           = [];
    let line = 1;
    let at = 0;
    for (const place of places) {
      while (at < place) {
        const read = await reader.read(piece.subarray(0, Math.min(PIECE$4, place - at)));
        if (read === 0) break
        line += countNewlines(piece, 0, read);
        at += read;
      }
      lines.push(line);
    }
    return lines
  } finally {
    await reader.close();
  }
}

/** The rows that begin at the places, ascending, with their lines: the file is read again. */
async function findRows$1(
  file          ,
  places                   ,
  columns                   ,
)                      {
  const found             = [];
  const grammar = grammarOf(file.form);
  const reader = await file.source.open(0);
  try {
    const row = roomFor(columns.length, 1);
    const scan = grammar.scanRows(columns);
    let line = 1;
    for await (const segment of segments(reader, grammar, ownRoom, PIECE$4)) {
      if ('tooLong' in segment) break
      const { bytes, base, end } = segment;
      let counted = 0;
      for (const place of places.slice(found.length)) {
        const at = place - base;
        if (at >= end) break
        line += countNewlines(bytes, counted, at);
        counted = at;
        scan(bytes, at, end, row);
        const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, grammar.textOf));
        found.push({ line, cells });
      }
      if (found.length === places.length) break
      line += countNewlines(bytes, counted, end);
    }
  } finally {
    await reader.close();
  }
  return found
}

/** How a file is measured; nothing of it changes what is found. */
                         
                                                    
                          
                            
                          
 

/** Measures all rows of a file in one pass, its digest with them. */
async function measureText(
  file          ,
  reader              ,
  job          ,
  effort        ,
  { progress, shard }                                            ,
)                         {
  const kernel = startKernel();
  const room = kernelRoom(kernel, (WAITING + 1) * effort.workers + 2);
  let workers;                              
  try {
    const { header, segments } = await file.begin(textSegments(file, reader, room, effort.segment));
    const run = startJob(job, header);
    if (effort.workers > 0)
      workers = measuringWorkers(effort.workers, {
        job,
        header,
        form: file.form,
        memory: kernel.memory,
        overflow: shard ? undefined : overflowFolder(),
      });
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`));
    const alone = segmentMeasurer(kernel, run, header, grammarOf(file.form), own);
    const measure = (segment         ) => workers?.measure(segment) ?? Promise.resolve(alone(segment));

    const tasks                                            = [];
    let parts = 0;
    let rows = 0;
    let faulty = false;
    let refused;                     
    for await (const segment of oneAhead(segments)) {
      if ('refused' in segment) {
        refused = segment;
        break
      }
      if (faulty) break
      const part = parts++;
      if (!isOwn(part, shard)) {
        room.give(segment.bytes);
        continue
      }
      const task = measure(segment).then(measured => {
        room.give(segment.bytes);
        rows += measured.rows;
        faulty ||= measured.fault !== undefined;
        progress(rows);
        return { ...measured, part }
      });
      task.catch(() => {
        faulty = true;
      });
      tasks.push(task);
      await settled(workers ? undefined : task);
    }
    const measured = await Promise.all(tasks);
    const fault = firstFault(measured);
    if (fault) throw await faultOf(file, fault, header.length)
    // It comes later in the file than all that was measured, whenever it was met.
    if (refused) throw refused.refused
    await workers?.finish(run);
    const { sha256, bytes } = reader.digest();
    return {
      header,
      run,
      find: places => findRows$1(file, places, header),
      lines: places => linesAt(file, places),
      read: readStored,
      parts: measured.map(({ fault: _, ...rest }) => rest),
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes, rows }),
    }
  } finally {
    await Promise.all([workers?.stop(), reader.close()]);
  }
}

/** Why there is no next segment. */
                   
                           
 

/** What comes next is read while the last one is used. */
async function* oneAhead(segments                         )                                    {
  const read = () => segments.next().catch((refused         )          => ({ refused }));
  for (let next = read(); ; ) {
    const found = await next;
    if ('refused' in found) {
      yield found;
      return
    }
    if (found.done) return
    next = read();
    yield found.value;
  }
}

/** Lets messages of workers come in, which they only do between one segment of this thread's and the next. */
const settled = async (task                              )                => {
  await task;
  await new Promise(resolve => setImmediate(resolve));
};

/** The first fault in the file, whoever met it first. Blank lines are one where a row follows in a later segment. */
function firstFault(measured                            )                       {
  let blank;                    
  for (const segment of measured) {
    if (blank !== undefined && (segment.rows > 0 || segment.fault)) return { kind: 'blank', at: blank, cells: 1 }
    if (segment.fault) return segment.fault
    blank ??= segment.blank;
  }
  return undefined
}

/**
 * Bytes read at once. Small, because V8 lets its young generation grow with what survives a piece: a table of a few hundred
 * kilobytes takes a quarter less memory than in pieces of 64 KiB, and no more time.
 */
const PIECE$3 = 16 * 1024;
const BATCH$2 = 1024;

/** A file to be read row by row. */
async function openText(file          , reader              )                 {
  const { header, segments } = await file.begin(textSegments(file, reader, ownRoom, PIECE$3));
  const { scanRows, textOf } = grammarOf(file.form);
  const scan = scanRows(header);
  const width = header.length;
  const scanned = roomFor(width, BATCH$2);
  let digest;                                                
  let rows = 0;
  return { header, batches: batches(), close: () => reader.close(), material }

  async function* batches()                                 {
    const ends                    = [];
    let line = 1;
    try {
      for await (const segment of segments) {
        // The header's own lines, in the first segment.
        if (line === 1) line += countNewlines(segment.bytes, 0, segment.start);
        const { batch, end, next } = rowsOf(segment, line);
        line = next;
        ends.push(end);
        const fault = firstFault(ends);
        rows += batch.length;
        if (batch.length > 0 && !fault) yield batch;
        if (fault) throw await faultOf(file, fault, width)
        ends.splice(0, ends.length, ...ends.filter(({ blank }) => blank !== undefined).slice(0, 1));
      }
      digest = reader.digest();
    } finally {
      await reader.close();
    }
  }

  /** The segment's rows, whose first line is `line`, and the line after them. */
  function rowsOf(segment         , line        )                                                       {
    const batch        = [];
    let [at, counted, next] = [segment.start, segment.start, line];
    let end                  = { rows: 0 };
    while (at < segment.end) {
      const found = scan(segment.bytes, at, segment.end, scanned);
      for (let row = 0; row < scanned.rows; row++) {
        const begin = scanned.begins[row] ?? 0;
        next += countNewlines(segment.bytes, counted, begin);
        counted = begin;
        const cells           = [];
        for (let cell = row * width; cell < (row + 1) * width; cell++) {
          cells.push(cellText(segment, scanned.starts[cell] ?? 0, scanned.ends[cell] ?? 0, textOf));
        }
        batch.push({ line: next, cells });
      }
      end = { rows: batch.length, ...(scanned.blank === -1 ? {} : { blank: segment.base + scanned.blank }) };
      if (typeof found !== 'number')
        return { batch, end: { ...end, fault: { ...found, at: segment.base + found.at } }, next }
      at = found;
    }
    return { batch, end, next: next + countNewlines(segment.bytes, counted, segment.end) }
  }

  function material(role                                  ) {
    if (digest === undefined) throw new Error(`${file.name} has not been read to its end`)
    return { name: file.name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** Text that can be read again from any byte. */
                             
                                         
 

/** Bytes in order. */
                             
                                                                            
                                           
                        
 

/** A file as it stands on disk; what the system refuses is a `UserError` that names it. */
const fileSource = ({ name, absolute }         )             => ({
  async open(from) {
    const file = await open(absolute).catch(refused);
    let at = from;
    return {
      async read(target) {
        const { bytesRead } = await file.read(target, 0, target.length, at).catch(refused);
        at += bytesRead;
        return bytesRead
      },
      close: () => file.close(),
    }

    function refused(cause         )        {
      throw fileError(name, 'read', cause)
    }
  },
});

/** A reader that takes the digest of what it reads. */
                                                  
                                                                                               
                                                               
 

/** Takes the SHA-256 of everything that is read. */
function hashedReader(reader            )               {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async read(target) {
      const read = await reader.read(target);
      hash.update(target.subarray(0, read));
      bytes += read;
      return read
    },
    close: () => reader.close(),
    digest: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}

/** Bytes that may come of one compressed byte, once many have: more is a bomb, not a table. */
const MAX_RATIO = 2000;
const FREE = 256 * 1024 * 1024;

const DECOMPRESS = {
  gzip: createGunzip,
  zstd: createZstdDecompress,
};         
                                          

/** The text of a file, decompressed where it is compressed; its digest is that of the file as it stands on disk. */
function textSource(file           )   
                             
                              
                                 
  {
  const compression = compressionOf(file.head);
  if (!compression) {
    const source = fileSource(file);
    return { source, compressed: false, reader: async () => hashedReader(await source.open(0)) }
  }
  return {
    source: { open: async from => skip(decompressing(file, compression), from) },
    compressed: true,
    reader: async () => decompressing(file, compression),
  }
}

function compressionOf(head            )                          {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : undefined
}

function decompressing({ name, absolute }           , compression             )               {
  const hash = createHash('sha256');
  const raw = createReadStream(absolute);
  const stream = DECOMPRESS[compression]();
  let [before, after] = [0, 0];
  raw.on('data', chunk => {
    hash.update(chunk);
    before += chunk.length;
  });
  raw.on('error', cause => stream.destroy(cause));
  const pieces                        = raw.pipe(stream)[Symbol.asyncIterator]();
  let piece         = Buffer.alloc(0);
  return {
    async read(target) {
      if (piece.length === 0) piece = await nextPiece();
      const size = Math.min(piece.length, target.length);
      target.set(piece.subarray(0, size));
      piece = piece.subarray(size);
      return size
    },
    async close() {
      raw.destroy();
      stream.destroy();
    },
    digest: () => ({ sha256: hash.digest('hex'), bytes: before }),
  }

  async function nextPiece()                  {
    try {
      const { value, done } = await pieces.next();
      if (done) return Buffer.alloc(0)
      after += value.length;
      if (after > FREE && after > MAX_RATIO * before) throw bomb(name)
      return value
    } catch (cause) {
      throw cause instanceof UserError ? cause : refused(name, compression, cause)
    }
  }
}

async function skip(reader            , bytes        )                      {
  const piece = new Uint8Array(Math.min(1024 * 1024, bytes));
  for (let left = bytes; left > 0; ) {
    const read = await reader.read(piece.subarray(0, Math.min(left, piece.length)));
    if (read === 0) break
    left -= read;
  }
  return reader
}

const bomb = (name        ) =>
  new UserError('table.ratio', `Expected ${name} to hold at most ${MAX_RATIO} times its size but found more`, {
    file: name,
    hint: 'Decompress it first, if it is meant to be so large',
  });

function refused(name        , compression             , cause         )          {
  const code = systemCode(cause);
  if (code === undefined || /^(E[A-Z]+)$/.test(code)) return code === undefined ? cause : fileError(name, 'read', cause)
  const cut = /unexpected end|buf_error|src_size|srcSize/i.test(
    `${code} ${cause instanceof Error ? cause.message : ''}`,
  );
  const found = cut ? 'its end is missing' : 'it is damaged';
  return new UserError('table.compression', `Expected ${name} to be whole ${compression} data but ${found}`, {
    file: name,
    hint: 'Write or download it again',
    cause,
  })
}

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL$1 = 8 * 1024 * 1024;
/** Bytes of a segment, with workers and without. */
const SEGMENT = 2 * 1024 * 1024;
const PIECE$2 = 1024 * 1024;

/** A kind of text that holds a table. */
                                                                           
                                                                                         
                                       
                                                         
 

/** Reads a kind of text, compressed or not. */
const textTable = ({
  id,
  recognise,
  workers = Math.max(1, availableParallelism() - 1),
  textFile,
}            )              => ({
  id,
  recognise,
  async open(file) {
    const { source, reader } = textSource(file);
    return openWith(await reader(), reader => openText(textFile(file, source), reader))
  },
  find: (file, header) => places => findRows$1(textFile(file, textSource(file).source), places, header),
  async measure(file, job, options) {
    const { source, reader, compressed } = textSource(file);
    const small = file.size < SMALL$1 && !compressed;
    const effort = small ? { workers: 0, segment: Math.min(PIECE$2, file.size + 1) } : { workers, segment: SEGMENT };
    return measureText(textFile(file, source), await reader(), job, effort, options)
  },
});

const SEPARATORS                              = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars (|)'],
  [',', 'commas'],
]);

/** Refuses a header that names no columns one can speak of: none, a blank one, one twice, or one that holds another separator. */
function refuseHeader(
  name        ,
  separator        ,
  header                               ,
)                                      {
  if (!header || (header.length === 1 && header[0] === '')) throw empty(name, header !== undefined)
  refuseSeparator(name, separator, header);
  if (header.some(cell => cell.includes('\r'))) {
    throw fault('table.line-ends', `Expected lines to end in LF or CRLF but found CR alone (${name}:1)`, name, {
      hint: 'Save it with LF (Unix) or CRLF (Windows) line ends',
    })
  }
  const blank = header.findIndex(cell => cell.trim() === '');
  if (blank >= 0) {
    throw fault('table.blank-header', `Expected a name for column ${blank + 1} but found none (${name}:1)`, name, {
      hint:
        blank === 0
          ? 'Name the column; from pandas, write with index=False'
          : 'Name the column, or drop the separator that makes it',
    })
  }
  const first = new Map                ();
  for (const [i, column] of header.entries()) {
    const earlier = first.get(column);
    first.set(column, i);
    if (earlier === undefined) continue
    const places = `columns ${earlier + 1} and ${i + 1}`;
    // The name stays out of the message: without a header it would be somebody's data.
    throw fault(
      'table.duplicate-header',
      `Expected a name of its own for every column but ${places} share one (${name}:1)`,
      name,
      {
        hint: looksLikeValues(header)
          ? 'The first line looks like values: is the header missing?'
          : 'Rename or drop one of the two',
      },
    )
  }
}

/** A name of a column is seldom a number; a first row of values nearly always has one. */
const looksLikeValues = (header                   ) => header.some(cell => cell !== '' && Number.isFinite(Number(cell)));

function refuseSeparator(name        , separator        , header                   )       {
  const [only = ''] = header;
  if (header.length > 1) return
  const counts = [...SEPARATORS].map(([mark, words]) => ({ words, count: only.split(mark).length - 1 }));
  const likely = counts.toSorted((a, b) => b.count - a.count)[0];
  if (!likely || likely.count === 0) return
  throw fault(
    'table.separator',
    `Expected cells separated by ${SEPARATORS.get(separator)} but the header looks separated by ${likely.words} (${name}:1)`,
    name,
    { hint: 'Save it with commas as .csv, or with tabs as .tsv' },
  )
}

const empty = (name        , blankLine         ) =>
  blankLine
    ? fault('table.empty', `Expected a header but the first line is blank (${name}:1)`, name, {
        hint: 'Start the file with the names of its columns',
      })
    : fault('table.empty', `Expected a header and rows but ${name} is empty`, name, {
        hint: 'Check the step that writes it',
      });

const fault = (code                   , message        , file        , details                  ) =>
  new UserError(code, message, { file, line: 1, ...details });

/** The cells of the first row, and the byte after it; or what is wrong with it. */
function headerRow(
  segment         ,
  separator        ,
)                                                                 {
  const one = roomFor(1, 1);
  const first = scanRows(segment.bytes, segment.start, segment.end, separator, one);
  if (typeof first !== 'number' && first.kind !== 'ragged') return first
  const width = typeof first === 'number' ? 1 : first.cells;
  const row = roomFor(width, 1);
  const next = scanRows(segment.bytes, segment.start, segment.end, separator, row);
  if (typeof next !== 'number') return next
  const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, undouble));
  return { cells, next }
}

/** Takes the header off a file's first segment. */
async function takeHeader(
  file          ,
  separator        ,
  segments                         ,
)                     {
  const first = await segments.next();
  if (first.done || first.value.start === first.value.end) return { header: refused(undefined), segments }
  const row = headerRow(first.value, separator);
  if ('kind' in row) throw await faultOf(file, row, 0)
  const header = refused(row.cells);
  return { header, segments: rest({ ...first.value, start: row.next }) }

  function refused(header                               )                    {
    refuseHeader(file.name, String.fromCharCode(separator), header);
    return header
  }

  async function* rest(begun         )                          {
    yield begun;
    yield* segments;
  }
}

/** CSV: RFC 4180 in UTF-8; `.tsv` and `.tab` separated by tabs. */
const csv = (workers         )              =>
  textTable({
    id: 'csv',
    recognise: () => true,
    workers,
    textFile({ name, plainName }, source) {
      const separator = (/\.(tsv|tab)$/i.test(plainName) ? '\t' : ',').charCodeAt(0);
      return {
        name,
        source,
        form: { is: 'csv', separator },
        begin(segments) {
          return takeHeader(this, separator, segments)
        },
      }
    },
  });

const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}

const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};

class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

const init_state = function (options) {
  // ECMAScript WhiteSpace + LineTerminator codepoints, encoded under
  // `options.encoding`. Aligns trimming with `String.prototype.trim()`.
  // https://tc39.es/ecma262/#sec-white-space
  // https://tc39.es/ecma262/#sec-line-terminators
  //
  // Codepoints unrepresentable in the target encoding are dropped: Node's
  // Buffer substitutes them with `?` (0x3F), and including those would cause
  // literal `?` bytes in the input to be trimmed under `latin1`/`ascii`.
  const timchars = [
    // Basic Latin
    0x0020, // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    0x0009, // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    0x000a, // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    0x000d, // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    0x000c, // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    0x000b, // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    0x00a0, // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    0x1680, // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    0x2000, // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    0x2001, // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    0x2002, // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    0x2003, // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    0x2004, // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    0x2005, // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    0x2006, // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    0x2007, // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    0x2008, // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    0x2009, // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    0x200a, // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    0x2028, // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    0x2029, // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    0x202f, // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    0x205f, // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    0x3000, // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    0xfeff, // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  // First-byte lookup table for `__isCharTrimable`. Non-whitespace bytes
  // (the common case) bail out in O(1) without scanning every timchar.
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      // Skip if the remaining buffer can be delimiter
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      // Skip if the remaining buffer can be a multi-byte trim character
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};

const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};

const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `encoding`
  // Note: defined first because other options depends on it
  // to convert chars/strings into buffers.
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
  // Normalize option `cast`
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
  // Normalize option `cast_date`
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
  // Normalize option `columns`
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
    // Fields in the first line are converted as-is to columns
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
  // Normalize option `group_columns_by_name`
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
  // Normalize option `comment`
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `comment_no_infix`
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
  // Normalize option `delimiter_auto`
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `delimiter`
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
  // Normalize option `from`
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
  // Normalize option `from_line`
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
  // Normalize options `ignore_last_delimiters`
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
  // Normalize option `info`
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
  // Normalize option `max_record_size`
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) ; else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
  // Normalize option `objname`
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) ; else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
    // Great, nothing to do
  } else if (typeof options.objname === "number") ; else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
      // A string or a buffer
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
  // Normalize option `on_record`
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
  // Normalize option `on_skip`
  // options.on_skip ??= (err, chunk) => {
  //   this.emit('skip', err, chunk);
  // };
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
  // Normalize option `quote`
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
  // Normalize option `raw`
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
  // Normalize option `record_delimiter`
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  // Normalize option `relax_column_count`
  if (typeof options.relax_column_count === "boolean") ; else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") ; else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") ; else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
  // Normalize option `relax_quotes`
  if (typeof options.relax_quotes === "boolean") ; else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
  // Normalize option `skip_empty_lines`
  if (typeof options.skip_empty_lines === "boolean") ; else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
  // Normalize option `skip_records_with_empty_values`
  if (typeof options.skip_records_with_empty_values === "boolean") ; else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
  // Normalize option `skip_records_with_error`
  if (typeof options.skip_records_with_error === "boolean") ; else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
  // Normalize option `rtrim`
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
  // Normalize option `ltrim`
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
  // Normalize option `trim`
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
  // Normalize options `trim`, `ltrim` and `rtrim`
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  // Normalize option `to`
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
  // Normalize option `to_line`
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};

// Discussed in [issue #400](https://github.com/adaltas/node-csv/issues/400)
// See https://github.com/python/cpython/blob/ea1b1c579f600cc85d145c60862b2e6b98701b24/Lib/csv.py#L349
const delimiter_discover = function (records, options) {
  // Normalize the configuration
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  // Convert String to Buffer
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  // Convert Buffer to an array of records
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
  // Info array initialization, 127 entries, one per char code
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
  // Traverse each records, count occurences per char code
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      // Count the character frequency
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  // Traverse each char code, compute the score
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
  // Extract the dominant character
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};

const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13; // `\r`, carriage return, 0x0D in hexadécimal, 13 in decimal
const nl = 10; // `\n`, newline, 0x0A in hexadecimal, 10 in decimal

const boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
      // Automatic delimiter discovery
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        // Ensure that nextBuf is not concatenated a second time during buffer reconciliation
        nextBuf = undefined;
        // this.delimiterBufPrevious = delimiterBuf;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      // Previous buffers reconciliation
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
          // Handle empty string
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      // Handle UTF BOM
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          // No enough data
          if (end === false) {
            // Wait for more data
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
              // Skip BOM
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              // Renormalize original options with the new encoding
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
              // Properties are merged with the existing options instance
              for (const key in options) {
                this.options[key] = options[key];
              }
              // Options will re-evaluate the Buffer with the new encoding
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        // Ensure we get enough space to look ahead
        // There should be a way to move this out of the loop
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        // Auto discovery of record_delimiter, unix, mac and windows supported
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
        // Previous char was a valid escape char
        // treat the current char as a regular char
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          // Escape is only active inside quoted fields
          // We are quoting, the char is an escape chr and there is a chr to escape
          // if(escape !== null && this.state.quoting === true && chr === escape && pos + 1 < bufLen){
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          // Not currently escaping and chr is a quote
          // TODO: need to compare bytes instead of single char
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              // Escape a quote
              // Treat next char as a regular character
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                // In relax_quotes mode, treat opening quote preceded by chrs as regular
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
              // Do not emit comments which take a full line
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                // Skip full comment line
              } else {
                // Activate records emission if above from_line
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                // Skip if line is empty and skip_empty_lines activated
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
        // rtrim in non quoting is handle in __onField
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        // Ensure we are not ending in a quoting state
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
          // Skip last line if it has no characters
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      // Convert the first line into column names
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`, // rename columns
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
          // Error is undefined with skip_records_with_error
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        // With columns, records are object
        if (columns !== false) {
          const obj = {};
          // Transform record array to an object
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
            // Turn duplicate columns into an array
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
          // Without objname (default)
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
          // Without columns, records are array
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      // Short circuit for the from_line options
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
      // Increment record length if record size must not exceed a limit
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      // Dont loose time calling cast
      // because the final record is an object
      // and this field can't be associated to a key present in columns
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      // Fast bail-out: non-whitespace bytes (the common case) are rejected
      // without scanning the full timchar list.
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0; // Borrowed from jquery
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
      // Note, we don't need to cache this information in state,
      // It is only called on the first line until we find out a suitable
      // record delimiter.
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
        // this.emit('skip', err, raw ? this.state.rawBuffer.toString(encoding) : undefined);
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      // Bytes records are only incremented when all records'fields are parsed
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};

/*
CSV Parse

Please look at the [project documentation](https://csv.js.org/parse/) for
additional information.
*/


class Parser extends Transform {
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = transform({
      on_skip: (err, chunk) => {
        this.emit("skip", err, chunk);
      },
      ...opts,
    });
    // Backward compatibility
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
  // Implementation of `Transform._transform`
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.end();
        // Fix #333 and break #410
        //   ko: api.stream.iterator.coffee
        //   ko with v21.4.0, ok with node v20.5.1: api.stream.finished # aborted (with generate())
        //   ko: api.stream.finished # aborted (with Readable)
        // this.destroy()
        // Fix #410 and partially break #333
        //   ok: api.stream.iterator.coffee
        //   ok: api.stream.finished # aborted (with generate())
        //   broken: api.stream.finished # aborted (with Readable)
        this.on("end", this.destroy);
      },
    );
    if (err !== undefined) {
      this.state.stop = true;
    }
    callback(err);
  }
  // Implementation of `Transform._flush`
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      undefined,
      true,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      },
    );
    callback(err);
  }
}

const parse = function () {
  let data, options, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (
      data === undefined &&
      (typeof argument === "string" || Buffer.isBuffer(argument))
    ) {
      data = argument;
    } else if (options === undefined && is_object(argument)) {
      options = argument;
    } else if (callback === undefined && type === "function") {
      callback = argument;
    } else {
      throw new CsvError(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options || {},
      );
    }
  }
  const parser = new Parser(options);
  if (callback) {
    const records =
      options === undefined || options.objname === undefined
        ? []
        : Object.create(null);
    parser.on("readable", function () {
      let record;
      while ((record = this.read()) !== null) {
        if (options === undefined || options.objname === undefined) {
          records.push(record);
        } else {
          Object.assign(records, {
            [record[0]]: record[1],
            // writable: true,
            // enumerable: true,
            // configurable: true
          });
        }
      }
    });
    parser.on("error", function (err) {
      callback(err, undefined, parser.api.__infoDataSet());
    });
    parser.on("end", function () {
      callback(undefined, records, parser.api.__infoDataSet());
    });
  }
  if (data !== undefined) {
    const writer = function () {
      parser.write(data);
      parser.end();
    };
    // Support Deno, Rollup doesn't provide a shim for setImmediate
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
};

/** Cells as the standard dialect would have them: null tokens empty, numbers with a point and without separators of thousands. */
function cellReader({ nulls, decimal, thousands }         )                           {
  const empty = new Set(nulls);
  if (decimal === '.' && thousands === undefined) return cell => (empty.has(cell) ? '' : cell)
  const group = thousands === undefined ? '' : `(?:${escaped(thousands)}\\d{3})*`;
  const number = new RegExp(`^[+-]?\\d+${group}(?:${escaped(decimal)}\\d+)?(?:[eE][+-]?\\d+)?$`);
  return cell => {
    if (empty.has(cell)) return ''
    if (!number.test(cell)) return cell
    const plain = thousands === undefined ? cell : cell.replaceAll(thousands, '');
    return plain.replace(decimal, '.')
  }
}

const escaped = (mark        )         => mark.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const PIECE$1 = 64 * 1024;
const BATCH$1 = 1000;
const MAX_ROW = 16 * 1024 * 1024;

/** A table in a dialect that somebody has declared, its cells as a file of the standard dialect would have them. */
async function dialectTable(file           , dialect         )                 {
  return openWith(await textSource(file).reader(), reader => openDialect(file, reader, dialect))
}

async function openDialect(file           , reader              , dialect         )                 {
  const { name } = file;
  const records = recordsOf(file, reader, dialect);
  const first = dialect.header === false ? undefined : await records.next();
  const ahead = dialect.header === false ? await records.next() : undefined;
  const header =
    dialect.columns ??
    (first
      ? first.done
        ? undefined
        : first.value.cells
      : ahead?.value?.cells.map((_        , i        ) => `column${i + 1}`));
  refuseHeader(name, dialect.delimiter, header);
  const cell = cellReader(dialect);
  let rows = 0;
  let digest;                                                
  return { header, batches: batches(header.length), close, material }

  async function close() {
    await records.return(undefined);
    await reader.close();
  }

  async function* batches(width        )                                 {
    try {
      let batch        = [];
      for (let next = ahead ?? (await records.next()); !next.done; next = await records.next()) {
        const { line, cells } = next.value;
        if (cells.length !== width) throw ragged(name, line, width, cells.length)
        batch.push({ line, cells: cells.map(cell) });
        rows += 1;
        if (batch.length < BATCH$1) continue
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
      digest = reader.digest();
    } finally {
      await reader.close();
    }
  }

  function material(role                                  ) {
    if (!digest) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** csv-parse's records, with the lines on which they start. */
async function* recordsOf({ name }           , reader              , dialect         )                      {
  const { delimiter, quote, comment } = dialect;
  const escapedBy = dialect.escape ?? (quote === '' ? undefined : quote);
  const parser = parse({
    delimiter,
    quote: quote === '' ? null : quote,
    ...(escapedBy === undefined ? {} : { escape: escapedBy }),
    ...(comment === undefined ? {} : { comment }),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: MAX_ROW,
    bom: true,
  });
  const feeding = feed(name, reader, dialect, parser);
  feeding.catch(cause => parser.destroy(cause instanceof Error ? cause : new Error(String(cause))));
  let line = 1;
  try {
    for await (const { record, info } of parser                                                                ) {
      const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      line = Math.max(1, info.lines - inside);
      yield { line, cells: record };
    }
    await feeding;
  } catch (cause) {
    throw isCsvError(cause) ? broken(name, line, cause) : cause
  }
}

async function feed(name        , reader              , { encoding }         , parser                          ) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const piece = new Uint8Array(PIECE$1);
  const write = (text        ) =>
    new Promise      ((resolve, reject) => parser.write(text, error => (error ? reject(error) : resolve())));
  try {
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      await write(decoder.decode(piece.subarray(0, read), { stream: true }));
    }
    await write(decoder.decode());
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new UserError('file.encoding', `Expected ${name} to be ${encoding} text but found bytes that are none`, {
      file: name,
      hint: 'Name the encoding it is written in under data.dialects',
      cause,
    })
  }
  parser.end();
}

const isCsvError = (cause         )                    =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_');

/** The parser's own error quotes the cell, so it is no cause of this one. */
const broken = (name        , line        , { code }          ) =>
  new UserError(
    'table.dialect',
    `Expected a row of the dialect declared but found ${code} after line ${line} (${name})`,
    {
      file: name,
      line,
      hint: 'Check delimiter, quote and escape under data.dialects',
    },
  );

const ragged = (name        , line        , width        , found        ) =>
  new UserError('table.ragged-row', `Expected ${width} cells as in the header but found ${found} (${name}:${line})`, {
    file: name,
    line,
    hint: 'Complete the row, or mend the dialect under data.dialects',
  });

/** Objects whose keys are the columns: those of all would take a pass of their own. */
const LOOKED_AT = 1000;
const PIECE = 64 * 1024;

/** The keys of a file's first objects, in the order in which they come first. */
async function keysOf(file          )                    {
  const keys = new Set        ();
  const pairs = noPairs();
  let objects = 0;
  const reader = await file.source.open(0);
  try {
    for await (const { bytes, base, start, end } of textSegments(file, reader, ownRoom, PIECE)) {
      for (let at = start; at < end && objects < LOOKED_AT; ) {
        const next = scanLine(bytes, at, pairs);
        if (next === NO_OBJECT) throw await fault({ kind: 'no-object', at: base + at, cells: 0 })
        if (next === BLANK) {
          at = bytes.indexOf(NEWLINE, at) + 1;
          continue
        }
        objects += 1;
        for (let pair = 0; pair < pairs.count; pair++) keys.add(keyOf(bytes, pairs, pair));
        at = next;
      }
      if (objects === LOOKED_AT) break
    }
  } finally {
    await reader.close();
  }
  if (keys.size > 0) return [...keys]
  throw new UserError('table.empty', `Expected an object on every line but ${file.name} has none`, {
    file: file.name,
    hint: 'Check the step that writes it',
  })

  function fault(fault          )                 {
    return faultOf(file, fault, 0)
  }
}

const NEWLINE = 0x0a;

/** JSON Lines: an object on every line, its keys the columns. */
const jsonLines = (workers         )              =>
  textTable({
    id: 'json-lines',
    recognise: ({ plainName }) => /\.(jsonl|ndjson)$/i.test(plainName),
    workers,
    textFile: ({ name }, source) => ({
      name,
      source,
      form: { is: 'json-lines' },
      async begin(segments) {
        return { header: await keysOf(this), segments }
      },
    }),
  });

/** Measures a table row by row, on this thread; a row's place is its line. */
async function measureRows(
  open                      ,
  job          ,
  { progress, shard }                ,
)                         {
  const table = await open();
  const run = startJob(job, table.header);
  const parts                 = [];
  let rows = 0;
  let part = 0;
  for await (const batch of table.batches) {
    rows += batch.length;
    if (isOwn(part, shard)) {
      run.add(textBatch(batch));
      parts.push({ part, rows: batch.length });
    }
    part += 1;
    progress(rows);
  }
  return { header: table.header, run, find: findByLine(open), parts, material: role => table.material(role) }
}

/** Finds rows again by their lines. */
const findByLine =
  (open                      )           =>
  async lines => {
    const wanted = new Set(lines);
    const found             = [];
    const table = await open();
    for await (const batch of table.batches) {
      found.push(...batch.filter(row => wanted.has(row.line)));
      if (found.length === wanted.size) break
    }
    return found
  };

/** SHA-256 of a file, lower-case hexadecimal. */
async function digestOf({ name, absolute }         )                  {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(absolute)) hash.update(chunk);
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
  return hash.digest('hex')
}

/** Rows from one number on, counted from 0, to before another; a row's line is its number, from 1. */
async function readRows({ columns, read }             , start        , end        )                 {
  const values = await read(columns, start, end);
  return Array.from({ length: end - start }, (_, row) => ({
    line: start + row + 1,
    cells: columns.map(({ text }, column) => text(values[column]?.[row])),
  }))
}

/** Finds rows by their lines: those of a group of rows are decoded at once. */
const findRows =
  (file                                     )           =>
  async lines => {
    const found             = [];
    const opened = await openParquet(file);
    try {
      for (const { first, rows } of opened.groups) {
        const own = lines.filter(line => line > first && line <= first + rows);
        const [least, greatest] = [own[0], own.at(-1)];
        if (least === undefined || greatest === undefined) continue
        const between = await readRows(opened, least - 1, greatest);
        found.push(...own.flatMap(line => between[line - least] ?? []));
      }
    } finally {
      await opened.close();
    }
    return found
  };

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 4 * 1024 * 1024;

/** Megabytes of a worker's short-lived objects: every text of a group is one. */
const YOUNG = 16;

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../parquet-worker.js', import.meta.url);

/** Measures the columns of a Parquet file that the job asks for, a group of rows at a time, several at once. */
async function measureParquet(
  file           ,
  job          ,
  workers        ,
  { progress, shard }                                            ,
)                         {
  const opened = await openParquet(file);
  const threads                                 = [];
  try {
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`));
    const { run, measure } = groupMeasurer(opened, job, own);
    const header = opened.columns.map(({ name }) => name);
    const parts = opened.groups.flatMap(({ rows }, part) => (isOwn(part, shard) ? [{ part, rows }] : []));
    const digest = digestOf(file);
    // Waited for at the end; until then another error may come first.
    digest.catch(() => {});
    const count = file.size < SMALL ? 0 : Math.min(workers, parts.length);
    if (count > 1) {
      const overflow = shard ? undefined : overflowFolder();
      const start              = { file: { ...file }, job, overflow };
      for (let i = 0; i < count; i++) threads.push(startThread                      (FILE, start, YOUNG));
    }
    let rows = 0;
    const groups = parts.values();
    const work = async (measure                                     ) => {
      for (const { part, rows: measured } of groups) {
        await measure(part);
        rows += measured;
        progress(rows);
      }
    };
    if (threads.length === 0) await work(measure);
    await Promise.all(threads.map(thread => work(async group => answered(await thread.ask({ group })))));
    for (const answer of await Promise.all(threads.map(thread => thread.ask('finish')))) {
      const { state } = answered(answer);
      if (state) run.merge(state);
    }
    const sha256 = await digest;
    return {
      header,
      run,
      find: findRows(file),
      read: readStored,
      parts,
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes: file.size, rows }),
    }
  } finally {
    await Promise.all([...threads.map(thread => thread.stop()), opened.close()]);
  }

  function answered(answer            )                                                                        {
    if (answer === 'measured') return {}
    if ('state' in answer) return answer
    const { code, message, hint, kind } = answer.refused;
    throw new UserError(code, message, { file: file.name, kind, ...(hint === undefined ? {} : { hint }) })
  }
}

/** Rows of a batch. */
const BATCH = 8192;

/** Apache Parquet, by groups of rows; a row's line is its number. */
const parquet = (workers         = availableParallelism())              => ({
  id: 'parquet',
  recognise: ({ head, plainName }) => isParquet(head) || /\.(parquet|pq)$/i.test(plainName),
  open: async file => openWith(await openParquet(file), async opened => rowsOf(file, opened)),
  measure: (file, job, options) => measureParquet(file, job, workers, options),
  find: findRows,
});

/** Every row, one after the other. */
function rowsOf(file           , opened             )        {
  let rows = 0;
  let sha256;                    
  return {
    header: opened.columns.map(({ name }) => name),
    batches: batches(),
    close: () => opened.close(),
    material(role) {
      if (sha256 === undefined) throw new Error(`${file.name} has not been read to its end`)
      return { name: file.name, role, digest: { sha256 }, bytes: file.size, rows }
    },
  }

  async function* batches()                                 {
    try {
      for (const group of opened.groups) {
        const all = await readRows(opened, group.first, group.first + group.rows);
        rows += all.length;
        for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
      }
      sha256 = await digestOf(file);
    } finally {
      await opened.close();
    }
  }
}

/** Kinds of file, the first that recognises one counts. */
const formats = (workers                    )                         => [
  parquet(workers),
  jsonLines(workers),
  csv(workers),
];

/** Bytes by which a kind of file is told. */
const HEAD = 64;

/** Tables of this machine, by path relative to `root`: CSV and JSON Lines, compressed or not, and Parquet. */
function localTables(root        , workers         )         {
  const all = formats(workers);
  return {
    async open(path, dialect) {
      const file = await tableFile(root, path);
      return dialect ? dialectTable(file, dialect) : formatOf(file).open(file)
    },
    async measure(path, job, options) {
      const file = await tableFile(root, path);
      const { dialect } = options;
      if (dialect) return measureRows(() => dialectTable(file, dialect), job, options)
      const format = formatOf(file);
      return format.measure?.(file, job, options) ?? measureRows(() => format.open(file), job, options)
    },
    find: (path, header, dialect) => async places => {
      const file = await tableFile(root, path);
      if (dialect) return findByLine(() => dialectTable(file, dialect))(places)
      const format = formatOf(file);
      return (format.find?.(file, header) ?? findByLine(() => format.open(file)))(places)
    },
  }

  function formatOf(file           )              {
    const format = all.find(format => format.recognise(file));
    if (!format) throw new Error(`${file.name} is of no kind of file`)
    return format
  }
}

async function tableFile(root        , path        )                     {
  const located = locate$1(root, path);
  const { size } = await regularFile(root, located);
  const head = await readHead(located.absolute).catch(cause => {
    throw fileError(located.name, 'read', cause)
  });
  return { ...located, size, head, plainName: located.name.replace(/\.(gz|zst|zstd)$/i, '') }
}

async function readHead(path        )                      {
  const file = await open(path);
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return head.subarray(0, bytesRead)
  } finally {
    await file.close();
  }
}

/** The settings file that is looked for, and the output folder beside it that is used, where none is named. */
const DEFAULT_CONFIG = 'proofmark.yml';
const DEFAULT_OUT = '.proofmark';

                        
                                                               
                       
                                                                                               
                                     
                                                           
                                         
                                                                 
                              
                                                                           
                                        
 

/** Where a run takes place: the folder of its settings file, or the working directory. */
function locate(cwd        , config                    )        {
  const path = config ?? (existsSync(resolve(cwd, DEFAULT_CONFIG)) ? DEFAULT_CONFIG : undefined);
  const root = path === undefined ? cwd : dirname(resolve(cwd, path));
  const rebase = (name        ) => slashed(relative(root, resolve(cwd, name))) || '.';
  const slashed = (name        ) => name.split(sep).join('/');
  return {
    root,
    config: path === undefined ? undefined : basename(path),
    configPath: path === undefined ? undefined : slashed(relative(cwd, resolve(cwd, path))),
    rebase,
    out: asked => (asked === undefined ? DEFAULT_OUT : rebase(asked)),
  }
}

/** Where a folder is in the repository that holds it: nothing of its root, and of one outside. */
function folderIn(repository        , root        )                      {
  const folder = relative(repository, root).split(sep).join('/');
  return folder === '' || folder === '..' || folder.startsWith('../') ? {} : { folder }
}

/** Hands the adapters to the ports: the one place that knows them all. */
function compose(root        , log     , context            , forge        )        {
  const files = localFiles(root);
  return {
    files,
    tables: localTables(root),
    advisories: osvAdvisories(),
    metrics: prometheus({ environment: process.env, readText: path => files.readText(path) }),
    scanner: scanProcesses(root),
    programs: localPrograms(root),
    onnx: onnxModels(root),
    signing: sigstoreSigning(),
    log,
    context,
    ...(forge === undefined ? {} : { forge }),
    now: () => new Date(),
    sha256: content => createHash('sha256').update(content).digest('hex'),
  }
}

/** What an answer, or the want of one, means for the request: may it be sent again, and what shall the reader be told? */
                     
                                            
                                                          
                                        
                                                             
                                                                                            
                                                                                            
                                
                                                                                  

/** GitHub asks to wait a minute where it refuses for a secondary limit and names no time. */
const UNNAMED_WAIT = 60;

const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

                                   
                         
                                                                                                      
 

/** By shape: importing octokit's class here would load octokit at start-up. */
const isHttpError = (error         )                     => error instanceof Error && error.name === 'HttpError';

/** Reads an error of octokit's; undefined for one that is not about a request. */
function failureOf(error         , now = Date.now())                      {
  if (!isHttpError(error)) return undefined
  const { status, response } = error;
  if (response === undefined) return unanswered(error)

  const reason = messageOf(response.data) ?? error.message;
  const { 'retry-after': retryAfter, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = response.headers;
  const asked = retryAfter === undefined ? undefined : Number(retryAfter);

  if (status === 429 || (status === 403 && (asked !== undefined || remaining === '0' || /rate limit/i.test(reason)))) {
    const untilReset = remaining === '0' && reset !== undefined ? Math.ceil(Number(reset) - now / 1000) + 1 : undefined;
    return { kind: 'limited', seconds: Math.max(0, asked ?? untilReset ?? UNNAMED_WAIT) }
  }
  if (status >= 500) return { kind: 'lost', reason: `${status} ${reason}`, seconds: asked }
  return { kind: 'refused', status, reason }
}

/** Whether GitHub says that there is no such thing; it says so, too, of what the token may not see. */
function isAbsent(error         )          {
  const failure = failureOf(error);
  return failure?.kind === 'refused' && failure.status === 404
}

function unanswered(error           )          {
  const code = codeOf(error.cause);
  const reason = code === undefined || error.message.includes(code) ? error.message : `${error.message} (${code})`;
  // Fetch's own TypeError without a code is about the address: a forbidden port, an unknown scheme.
  const notSent = code === undefined ? error.cause instanceof TypeError : NOT_CONNECTED.has(code);
  return notSent ? { kind: 'unreachable', reason } : { kind: 'lost', reason, seconds: undefined }
}

/** The system's code, which fetch hides one or two causes deep. */
function codeOf(cause         )                     {
  if (!(cause instanceof Error)) return undefined
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return codeOf(cause.cause)
}

function messageOf(data         )                     {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf) : [];
  return [data.message, ...errors].join(': ').replace(/\s+/g, ' ').slice(0, 300)
}

function detailOf(error         )         {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string') return error.message
  return 'field' in error && 'code' in error ? `${error.field} ${error.code}` : JSON.stringify(error)
}

/** The error a reader can act on, for whatever went wrong while `task` was being done; what is not about a request stays as it is. */
function explain(error         , task      , apiUrl        , now = Date.now())          {
  const failure = failureOf(error, now);
  if (failure === undefined) return error
  const { code, message, hint } = explanation(failure, task, new URL(apiUrl).host, now);
  return new UserError(code, message, { hint, kind: 'environment', cause: error })
}

                                                                              

function explanation(failure         , task      , host        , now        )              {
  const { doing, permission, caveat } = task;
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 'github.unreachable',
        message: `Expected to reach ${host} to ${doing} but found no connection: ${failure.reason}`,
        hint: "Check the runner's network and proxy; without a way to GitHub set `publish: false`, or run the program `proofmark`",
      }
    case 'limited':
      return {
        code: 'github.rate-limit',
        message: `Expected to ${doing} but the rate limit of this token is used up until ${time(now, failure.seconds)}`,
        hint: 'Run the job again after that time',
      }
    case 'lost':
      return {
        code: 'github.no-answer',
        message: `Expected ${host} to ${doing} but it did not answer, several times: ${failure.reason}`,
        hint: 'See whether GitHub is up (https://www.githubstatus.com), then run the job again',
      }
    case 'refused':
      return refusal(failure.status, failure.reason)
  }

  function refusal(status        , reason        )              {
    if (status === 401) {
      return {
        code: 'github.token',
        message: `Expected a valid token to ${doing} but ${host} answered 401 (${reason})`,
        hint: 'Leave the input `token` at its default, or give it a token that has not expired',
      }
    }
    if (status === 403 || status === 404) {
      const forks = permission.endsWith('write')
        ? '; in a pull request from a fork the token can only read: publish there from a workflow_run workflow'
        : '';
      return {
        code: 'github.permission',
        message: `Expected the permission '${permission}' to ${doing} but GitHub answered ${status} (${reason})`,
        hint: `Add \`${permission}\` to the job's permissions${forks}${caveat === undefined ? '' : `. ${caveat}`}`,
      }
    }
    return {
      code: 'github.rejected',
      message: `Expected GitHub to ${doing} but it answered ${status} (${reason})`,
      hint: /too long|too large|maximum|longer than|more than/i.test(reason)
        ? 'The report is larger than GitHub takes: report this to the authors of Proofmark'
        : 'Check that the commit is in this repository and that nothing else writes there at the same time',
    }
  }
}

const time = (now        , seconds        ) =>
  new Date(now + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');

/** Seconds. A runner is paid by the minute: a longer wait is left to whoever runs the job again. */
const LONGEST = 90;

/**
 * Seconds to wait before a request goes out again: as long as GitHub asks, else 1, 2, 4 after each lost answer; undefined where
 * there is no use in it.
 */
function pause(failure                     , tried        )                     {
  const seconds =
    failure?.kind === 'limited'
      ? failure.seconds
      : failure?.kind === 'lost'
        ? (failure.seconds ?? 2 ** (tried - 1))
        : undefined;
  return seconds === undefined || seconds > LONGEST ? undefined : seconds
}

const TRIES = 4;
/** Milliseconds for one request and its answer. */
const TIMEOUT = 60_000;

/**
 * Makes requests wait and go out again, after a rate limit and after a lost answer. A POST, or a request marked `once`, is not
 * repeated after a lost answer: it may have been carried out, and who sent it must look (see `sendOnce`).
 *
 * Octokit's own plug-ins do not serve: they repeat a POST blindly, wait fourteen seconds for a host that does not exist, wait out
 * a rate limit of an hour, and read `retry-after: 0` as a minute.
 */
function bePatient(octokit         , second        )       {
  octokit.hook.wrap('request', async (request, options) => {
    for (let tried = 1; ; tried += 1) {
      options.request.signal = AbortSignal.timeout(TIMEOUT);
      try {
        const answer = await request(options);
        if (isTorn(answer)) throw torn(answer.status)
        return answer
      } catch (error) {
        const failure = failureOf(error);
        const mayRepeat = failure?.kind !== 'lost' || (options.method !== 'POST' && options.request.once !== true);
        const seconds = mayRepeat ? pause(failure, tried) : undefined;
        if (seconds === undefined || tried === TRIES) throw error
        await setTimeout$1(seconds * second);
      }
    }
  });
}

/** JSON cut short on the way: octokit hands on the text as if it were the answer. A file's own text is none. */
const isTorn = (answer                                                                         ) =>
  answer.status !== 204 &&
  /^(?!.*\braw\b).*json/.test(answer.headers['content-type'] ?? '') &&
  typeof answer.data === 'string';

const torn = (status        ) => Object.assign(new Error('Answer cut short'), { name: 'HttpError', status });

/** A way to one repository's API. Nothing is loaded or sent before it is used. */
                             
                        
                       
                         
                                                                                                  
                                                                           
 

function connect({ token, apiUrl, repository, second = 1000 }                   )             {
  const [owner = '', repo = '', ...rest] = repository.split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new UserError('github.repository', `Expected a repository as 'owner/name' but found '${repository}'`, {
      hint: 'On a runner GITHUB_REPOSITORY holds it',
      kind: 'environment',
    })
  }
  if (!URL.canParse(apiUrl)) {
    throw new UserError('github.api-url', `Expected the address of GitHub's API but found '${apiUrl}'`, {
      hint: 'On a runner GITHUB_API_URL holds it',
      kind: 'environment',
    })
  }
  let octokit;                              

  return {
    owner,
    repo,
    second,
    async attempt(task, act) {
      octokit ??= load(token, apiUrl.replace(/\/+$/, ''), second);
      try {
        return await act(await octokit)
      } catch (error) {
        throw explain(error, task, apiUrl)
      }
    },
  }
}

async function load(token        , baseUrl        , second        )                   {
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
  const { default: http } = await import('node:http');
  http.setGlobalProxyFromEnv?.();
  const { Octokit } = await import('./octokit.js');
  const octokit = new Octokit({
    auth: token,
    baseUrl,
    userAgent: `proofmark/${VERSION}`,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  bePatient(octokit, second);
  return octokit
}

/** What we read of an event's payload; GitHub sends far more. */
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repository = object({ full_name: string() });

const PullRequestEvent = object({
  pull_request: object({
    number: int().positive(),
    /** `repo` is null once the fork is deleted. */
    head: object({ sha, repo: repository.nullable() }),
    base: object({ sha, repo: repository }),
  }),
});

const MergeGroupEvent = object({ merge_group: object({ head_sha: sha, base_sha: sha }) });

const WorkflowRunEvent = object({
  workflow_run: object({
    head_sha: sha,
    head_branch: string().nullable(),
    head_repository: object({ owner: object({ login: string() }) }).nullable(),
    /** Empty for a run of a fork's pull request. */
    pull_requests: array(object({ number: int().positive(), head: object({ sha }), base: object({ sha }) })),
  }),
});

const TASK = { doing: 'read the pull request', permission: 'pull-requests: write' };         

/** Head commit of a pull request as it stands now. */
async function headOf(connection            , pull_number        )                  {
  const { owner, repo } = connection;
  const { data } = await connection.attempt(TASK, octokit => octokit.rest.pulls.get({ owner, repo, pull_number }));
  return data.head.sha
}

/**
 * The newest open pull request from a branch, fork or not, whose head is still `commit`; undefined where it has moved on.
 * The commit decides, and it comes from the event: nothing that the fork's run wrote is asked.
 */
async function pullRequestOf(
  connection            ,
  commit        ,
  origin        ,
)                                     {
  const { owner, repo } = connection;
  const open = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      state: 'open',
      head: `${origin.owner}:${origin.branch}`,
      per_page: 100,
    }),
  );
  const found = open.find(({ head }) => head.sha === commit);
  if (found === undefined) return undefined
  const { number, head, base } = found;
  return { number, head: head.sha, base: base.sha, fork: head.repo?.full_name !== base.repo.full_name }
}

/** Where the commit of a finished run came from: the owner of the repository, often a fork, and its branch. */
                         
                        
                         
 

/** What a runner's environment says of the run. */
                                                   
                                                                                         
                          
 

                                                               

/** What the variables alone tell, for the program: nothing of the event, and empty outside GitHub Actions. */
const environmentContext = (env             )             => ({
  ...(env.GITHUB_REPOSITORY && { repository: env.GITHUB_REPOSITORY }),
  ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
  ...(env.GITHUB_REF && { ref: env.GITHUB_REF }),
  ...runUrl(env),
});

/**
 * Reads the `GITHUB_*` variables and the event's payload; empty outside GitHub Actions. `commit` is the one this run answers:
 * what was checked out, but for a workflow_run the commit that the first run was about.
 */
async function readContext(
  env             ,
  readFile                                   ,
)                         {
  const run = environmentContext(env);
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const { number, head, base } = (await payload(PullRequestEvent)).pull_request;
      const fork = head.repo?.full_name !== base.repo.full_name;
      return { ...run, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork } }
    }
    case 'merge_group':
      return { ...run, base: (await payload(MergeGroupEvent)).merge_group.base_sha }
    case 'workflow_run':
      return { ...withoutRef(run), ...finishedRun((await payload(WorkflowRunEvent)).workflow_run) }
    default:
      return run
  }

  async function payload                          (schema        )                            {
    const path = env.GITHUB_EVENT_PATH;
    try {
      return schema.parse(JSON.parse(await readFile(path ?? '')))
    } catch (cause) {
      throw new UserError(
        'github.event',
        `Expected the payload of ${env.GITHUB_EVENT_NAME} in ${path} but found none`,
        {
          hint: 'GITHUB_EVENT_PATH must name the file the runner wrote; leave the variable as it is',
          kind: 'environment',
          cause,
        },
      )
    }
  }
}

/** The context with the pull request of a finished run filled in, which its event does not name where it came from a fork. */
async function completeContext(context               , options                   )                         {
  const { origin, commit } = context;
  if (context.pullRequest !== undefined || origin === undefined || commit === undefined) return context
  const pullRequest = await pullRequestOf(connect(options), commit, origin);
  return pullRequest === undefined ? context : { ...context, base: pullRequest.base, pullRequest }
}

function finishedRun(run                                                   )                {
  const { head_sha: commit, head_branch: branch, head_repository, pull_requests } = run;
  const named = pull_requests.find(({ head }) => head.sha === commit);
  if (named !== undefined) {
    const { number, head, base } = named;
    return { commit, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork: false } }
  }
  const owner = head_repository?.owner.login;
  return owner === undefined || branch === null ? { commit } : { commit, origin: { owner, branch } }
}

/** GITHUB_REF of a workflow_run is the default branch, which the commit it answers need not be on. */
function withoutRef                              ({ ref: _, ...run }     ) {
  return run
}

function runUrl(env             )                              {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
  } = env;
  if (!server || !repository || !id) return undefined
  const again = attempt === undefined || attempt === '1' ? '' : `/attempts/${attempt}`;
  return { url: `${server}/${repository}/actions/runs/${id}${again}` }
}

export { Material as $, kindOf$1 as A, truthValue as B, CHECK_RUN_PREFIX as C, textBatch as D, isRate as E, readJson as F, GATES as G, Evidence as H, readBundle as I, MAX_PACKAGES as J, defineKind as K, Sha256 as L, MAX_BUNDLE_BYTES as M, NAMESPACE as N, stoppedScan as O, EVIDENCE_SCHEMA as P, CARD_FIELDS as Q, STATUS_PLURAL as R, STATUS_ORDER as S, SeriesKind as T, Card as U, VERDICT_SIGN as V, TASK_IDS as W, Waiver as X, Measured as Y, Required as Z, Status as _, visible as a, Verdict as a0, environmentContext as a1, code as b, compose as c, escapeText as d, evidenceFile as e, folderIn as f, STATUS_SIGN as g, folded as h, VERDICT_WORD as i, isAbsent as j, failureOf as k, locate as l, connect as m, headOf as n, completeContext as o, pause as p, VERSION as q, readContext as r, shardFile as s, table as t, SHARD_SCHEMA as u, verdictOf as v, worstVerdict as w, ShardFile as x, readShard as y, ColumnKind as z };
