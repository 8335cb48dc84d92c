import { S as Status, V as Verdict } from './verdict.js';
import { S as SeriesKind, C as ColumnKind } from './kinds.js';
import { n as number, s as strictObject, i as int, a as string, t as tuple, _ as _enum, e as array, b as boolean, r as record, l as literal, D as discriminatedUnion, u as union, E as _null } from './schemas2.js';
import { d as datetime, a as date } from './iso.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { L as LIMITS, S as Severity } from './limits.js';

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
  /** Rows that settle every undecided check of columns that rows can settle; only where several are undecided. */
  settling: strictObject({
      undecided: int().min(2),
      /** Of these, how many rows can settle. */
      settled: int().nonnegative(),
      /** Rows of the current table; none where rows settle nothing. */
      current: int().nonnegative(),
      /** Rows of the reference, where some need more of both tables. */
      reference: int().positive().optional(),
    })
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
  /** The two-sided test of the hypothesis that both are equally good, where the metric is a mean of rows. */
  equality: strictObject({ test: _enum(['mcnemar-exact', 'sign-flip', 'diebold-mariano']), pValue: number() })
    .optional(),
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
  gain: literal(true).optional(),
  rows: int().nonnegative(),
  value: number().nullable(),
  interval: Interval.optional(),
  level: number().optional(),
  method: string().optional(),
  standardError: number().optional(),
  n: int().nonnegative(),
  /** Too few rows to decide anything. */
  few: literal(true).optional(),
  /** Of a claim on it. */
  status: Status.optional(),
});
                                               

const Rate = strictObject({ value: number(), interval: Interval, n: int() });

/** Groups and how the model treats them, in terms of the favourable class. */
const FairnessTable = strictObject({
  by: string(),
  favourable: string(),
  level: number(),
  /** How ratios have their intervals: `katz` with Fisher's p-value unless given; `mover` where rows count differently or belong together. */
  method: literal('mover').optional(),
  groups: array(
    strictObject({
      group: string(),
      rows: int(),
      /** Too small to be compared. */
      few: literal(true).optional(),
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

const Count = int().nonnegative();

/** Of a table that was measured where it is: by what, in which state, and what for. */
const EngineOrigin = strictObject({
  version: string().min(1).max(200),
  /** What the digest of the table is of: not its bytes, but what was measured of it. The same rows have the same, however they are cut into partitions. */
  digestOf: literal('measures').optional(),
  /** By which the engine knows what it was asked. Different from run to run. */
  queries: array(string().max(200)).max(20_000).optional(),
  /** The state of the table that all questions were asked of, by the id that the engine gives it, and when that came to be. */
  snapshot: strictObject({ id: string().min(1).max(200), at: string().max(100).optional() }).optional(),
  /** Why it was asked of no such state, where the engine might know one: the table was looked at before and after instead. */
  unpinned: string().max(1000).optional(),
  /** What one reading of all columns costs by the engine's estimate, made before the first question. */
  estimate: strictObject({ rows: number().nonnegative().optional(), bytes: number().nonnegative().optional() })
    .optional(),
  /** Of a table that is measured partition by partition: how many there are, and were measured now. Different from run to run. */
  partitions: strictObject({
      column: string().max(1000),
      count: Count,
      /** Those of which what was measured before has been taken from the file that keeps it. */
      kept: Count,
      added: Count,
      changed: Count,
      /** Those in the file that are no more. */
      gone: Count,
      /** Why the file was of no use. */
      unused: string().max(1000).optional(),
      /** Digest of the file that was read. */
      states: string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    })
    .optional(),
});

/** Where a file came from that is kept elsewhere, so that the same bytes can be had again. */
const Origin = strictObject({
  /** What keeps it: `s3`, `https`, `lakefs`, `mlflow`, `dvc`. */
  kind: string().regex(/^[a-z][a-z0-9-]*$/),
  /** An address that names these bytes for ever, where there is one: with a commit, a version, a checksum. */
  pinned: string().min(1).max(4096).optional(),
  /** The version of a registered model that it was asked of, where another name pins it: `models:/credit/7` of a file that lies in the run that made it. */
  model: string().min(1).max(4096).optional(),
  /** By which DVC knows it. */
  md5: string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  /** The file of the workspace that names it: `data/train.csv.dvc`. */
  pointer: string().min(1).max(4096).optional(),
  /** Of a table that was measured where it is: the digest is then that of the questions and answers, and the bytes are theirs. */
  engine: EngineOrigin.optional(),
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
  'requested-by': string().min(1).max(200).optional().meta({ description: 'Login of who asked for it' }),
  expires: date({ error: 'a day such as 2027-01-31' })
    .meta({ description: 'Last day on which it holds, in UTC, e.g. 2027-01-31' }),
};

const sha256 = string()
  .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the file, 64 lower-case hexadecimal digits')
  .meta({ description: 'SHA-256 of the file it was found in: another content needs another waiver' });

const OfFile = strictObject({
  rule: literal('artefact'),
  name: string().min(1).max(1024).meta({
    description:
      'What was found, as the check names it, e.g. fraud.features.Encoder; the format, where a file cannot be judged',
  }),
  sha256,
  ...accountable,
});

const OfSecret = strictObject({
  rule: literal('secrets'),
  name: string()
    .regex(/^[0-9a-f]{16}$/, 'the fingerprint that the evidence has, 16 hexadecimal digits')
    .meta({ description: 'Fingerprint of what looks like a credential, as the evidence has it' }),
  sha256,
  ...accountable,
});

const OfDependency = strictObject({
  rule: literal('dependencies'),
  name: string().min(1).max(200).meta({ description: 'The dependency that has no exact version, e.g. numpy' }),
  sha256,
  ...accountable,
});

const OfWorkflow = strictObject({
  rule: literal('workflow'),
  name: string().min(1).max(200).meta({
    description: 'The rule that the workflow breaks, as the check names it, e.g. gate-skippable or zizmor/artipacked',
  }),
  sha256,
  ...accountable,
});

const OfVulnerability = strictObject({
  rule: literal('vulnerabilities'),
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
  known: literal(true).optional(),
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
      onBase: literal(true).optional(),
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
  /** Where all of the packages were looked up; absent where some of them could not be, or nobody asked. */
  advisories: strictObject({
      source: string(),
      packages: int().positive(),
      /** When the newest advisory of an archive was written; a server is asked as it stands. */
      updatedAt: datetime().optional(),
    })
    .optional(),
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
  /** Absent where it was in the workspace, and nothing else knows it. */
  origin: Origin.optional(),
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
    'result',
  ]),
  digest: strictObject({ sha256: Sha256 }),
  bytes: int().nonnegative(),
  rows: int().nonnegative().optional(),
  origin: Origin.optional(),
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
  /** Another tool measured it: the number was taken over from its file and not computed again. `said`: that tool's own word. */
  importedFrom: strictObject({
      tool: string().min(1),
      version: string().optional(),
      said: _enum(['pass', 'warn', 'fail', 'error', 'skipped']).optional(),
    })
    .optional(),
  /** Exceptions of the policy's that were applied; what they except stays among the locations. */
  waivers: array(Waiver).optional(),
  /** Controls of standards and law that it bears on, by the ids of the catalogue: `iso27001:A.8.8`. */
  controls: array(string().min(1).max(100)).optional(),
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
  schema: literal(EVIDENCE_SCHEMA),
  verdict: Verdict,
  /** The model's files; empty when the gate was run without a model. */
  subject: array(Subject),
  materials: array(Material),
  checks: array(Check),
  tool: strictObject({ name: literal('proofmark'), version: string() }),
  run: Run,
};

/** What one gate writes. `result` is the gate's own table of numbers; null where the gate could not run. */
const Evidence = discriminatedUnion('gate', [
  strictObject({ ...document, gate: literal('data-validate'), result: DataResult.nullable() }),
  strictObject({ ...document, gate: literal('model-certify'), result: ModelResult.nullable() }),
  strictObject({ ...document, gate: literal('security-scan'), result: SecurityResult.nullable() }),
  strictObject({ ...document, gate: literal('drift-compare'), result: DriftResult.nullable() }),
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

export { Card as C, Evidence as E, GATES as G, Measured as M, Required as R, Sha256 as S, TASK_IDS as T, Waiver as W, CARD_FIELDS as a, Material as b, MAX_PACKAGES as c, defineKind as d, evidenceFile as e };
