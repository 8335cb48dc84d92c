import { r as readYaml, v as validate, s as schemaAt } from './validate.js';
import { U as UserError } from './user-error.js';
import { Z as ZodArray, x as ZodType, y as ZodNumber, z as ZodBoolean, A as ZodUnion, B as ZodEnum, u as union, n as number, a as string, s as strictObject, e as array, b as boolean, _ as _enum, r as record, i as int, h as url$1, C as partialRecord, l as literal, t as tuple } from './schemas2.js';
import { P as Policy, C as ControlSettings } from './policy.js';
import { S as Sha256, i as isRate, a as SeriesKind, G as GATES, C as Card, T as TASK_IDS } from './evidence.js';
import { closestMatch } from './index5.js';
import { U as USUAL_LIMITS } from './limits.js';
import { r as requirePositive, p as probability, n as notNan, a as inverseUpper, l as lgamma, b as incompleteBetaAtOdds, c as count, o as outsideEachEnd, d as binomial, e as normal, f as clopperPearson, g as gammainc, h as betainc, j as gammaincc, k as isTime, E as ENGINES, m as engineAddress, i as isEngineAddress, q as readEngineAddress } from './table-job.js';
import { d as datetime } from './categories.js';
import { m as githubRepository, n as logFault, j as isFault, k as faultError } from './exit-code.js';
import { c as canonicalJson } from './canonical-json.js';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** Days before its end by which a certificate should be reviewed, unless the policy says otherwise. */
const REVIEW_DAYS = 30;

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
const instant = (at      )         => `${at.toISOString().slice(0, 19)}Z`;

/**
 * The time a certificate holds: from `at`, for `days` days of 24 hours, and no longer than what it rests on. `reviewBy` is the day, in
 * UTC, by which somebody should look again: `reviewDays` before the end, but not before the beginning.
 */
function validityOf(at      , days        , ends                  = [], reviewDays = REVIEW_DAYS) {
  const end = Math.min(at.getTime() + days * DAY_MS, ...ends.map(end => end.getTime() - SECOND_MS));
  return {
    notBefore: instant(at),
    notAfter: instant(new Date(end)),
    reviewBy: instant(new Date(Math.max(at.getTime(), end - reviewDays * DAY_MS))).slice(0, 10),
  }
}

/** A policy kept elsewhere is the whole policy: what stands beside `policy.from` would be passed over, so it is refused. */
function refuseBesideFrom(settings          )       {
  const policy = isMap$1(settings.value) ? settings.value.policy : undefined;
  if (!isMap$1(policy) || policy.from === undefined) return
  const beside = Object.keys(policy).filter(key => key !== 'from');
  const [first] = beside;
  if (first === undefined) return
  const place = settings.place(['policy', first]);
  throw new UserError(
    'policy.beside-from',
    `Expected nothing beside 'policy.from' but found ${beside.map(key => `'${key}'`).join(', ')} (${place.text})`,
    {
      hint: 'Move it to where the policy is kept: that is the whole policy',
      ...(place.file === undefined ? {} : { file: place.file }),
      ...(place.line === undefined ? {} : { line: place.line }),
    },
  )
}

const isMap$1 = (value         )                                   =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an input's text means under the schema it is for: a number, true or false, a list by lines, a word or else a path, or the text itself. What it can't be read as stays text, for the schema to refuse. */
function fromText(
  schema                       ,
  texts                   ,
  rebase                          ,
)          {
  if (schema instanceof ZodArray) {
    const items = texts
      .flatMap(text => text.split('\n'))
      .map(line => line.trim())
      .filter(line => line !== '');
    return items.map(item => fromText(schema.element instanceof ZodType ? schema.element : undefined, [item], rebase))
  }
  const text = texts.at(-1) ?? '';
  if (schema instanceof ZodNumber)
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text
  if (schema instanceof ZodBoolean) return { true: true, false: false }[text.trim().toLowerCase()] ?? text
  if (schema instanceof ZodUnion) {
    const [words, path] = schema.options;
    return words instanceof ZodEnum && words.safeParse(text.trim()).success
      ? text.trim()
      : fromText(path instanceof ZodType ? path : undefined, [text], rebase)
  }
  if (schema?.meta()?.path === true) return rebase(text)
  return text
}

/** An input of an action, and the flag of the same name: where in the settings its value goes. */
                        
                       
                               
                                                                                 
                        
                                             
                               
 

const model        = { name: 'model', setting: 'model.files' };

/** The settings each command takes as inputs; an action works by these alone, without a proofmark.yml. */
const INPUTS = {
  'data-validate': [
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'shard', setting: 'data.shard' },
    { name: 'merge', setting: 'data.merge' },
    { name: 'results', setting: 'data.results' },
    model,
  ],
  'model-certify': [
    { name: 'predictions', setting: 'certify.predictions' },
    { name: 'champion', setting: 'certify.champion' },
    { name: 'task', setting: 'certify.task' },
    { name: 'id', setting: 'certify.id' },
    { name: 'label', setting: 'certify.label' },
    { name: 'score', setting: 'certify.score' },
    { name: 'predicted', setting: 'certify.predicted' },
    { name: 'probabilities', setting: 'certify.probabilities' },
    { name: 'lower', setting: 'certify.lower' },
    { name: 'upper', setting: 'certify.upper' },
    { name: 'query', setting: 'certify.query' },
    { name: 'series', setting: 'certify.series' },
    { name: 'time', setting: 'certify.time' },
    { name: 'history', setting: 'certify.history' },
    { name: 'season', setting: 'certify.season' },
    { name: 'horizon', setting: 'certify.horizon' },
    { name: 'latency', setting: 'certify.latency' },
    { name: 'tokens', setting: 'certify.tokens' },
    { name: 'cost', setting: 'certify.cost' },
    { name: 'refused', setting: 'certify.refused' },
    { name: 'unsafe', setting: 'certify.unsafe' },
    { name: 'k', setting: 'certify.k' },
    { name: 'beta', setting: 'certify.beta' },
    { name: 'top', setting: 'certify.top' },
    { name: 'tolerance', setting: 'certify.tolerance' },
    { name: 'quantile', setting: 'certify.quantile' },
    { name: 'positive', setting: 'certify.positive' },
    { name: 'weight', setting: 'certify.weight' },
    { name: 'cluster', setting: 'certify.cluster' },
    { name: 'threshold', setting: 'certify.threshold' },
    { name: 'level', setting: 'certify.level' },
    { name: 'claims', setting: 'certify.claims', flag: 'claim' },
    { name: 'attributes', setting: 'certify.attributes' },
    { name: 'slices', setting: 'certify.slices', flag: 'slice' },
    { name: 'groups', setting: 'certify.groups', flag: 'group' },
    { name: 'favourable', setting: 'certify.favourable' },
    { name: 'train', setting: 'certify.train' },
    { name: 'repeat', setting: 'certify.repeat' },
    { name: 'perturbed', setting: 'certify.perturbed' },
    model,
  ],
  'security-scan': [
    { name: 'paths', setting: 'security.paths', positional: true },
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'sensitive-data', setting: 'security.sensitive-data' },
    { name: 'quasi-identifiers', setting: 'security.quasi-identifiers' },
    { name: 'min-k', setting: 'security.min-k' },
    { name: 'min-l', setting: 'security.min-l' },
    { name: 'vulnerabilities', setting: 'security.vulnerabilities' },
    { name: 'osv-url', setting: 'security.osv-url' },
    { name: 'secrets-baseline', setting: 'security.secrets.baseline' },
    { name: 'known-vulnerabilities', setting: 'policy.known-vulnerabilities' },
    { name: 'max-seconds', setting: 'security.max-seconds' },
    { name: 'max-memory', setting: 'security.max-memory' },
    { name: 'max-depth', setting: 'security.max-depth' },
    { name: 'max-ratio', setting: 'security.max-ratio' },
    model,
  ],
  'drift-compare': [
    { name: 'reference', setting: 'drift.reference' },
    { name: 'current', setting: 'drift.current' },
    { name: 'columns', setting: 'drift.columns' },
    { name: 'ignore', setting: 'drift.ignore' },
    { name: 'profile', setting: 'drift.profile' },
    { name: 'alpha', setting: 'drift.alpha' },
    { name: 'max-effect', setting: 'drift.max-effect' },
    { name: 'calibrate', setting: 'drift.calibrate' },
    { name: 'critical', setting: 'drift.critical' },
    { name: 'max-drifted-weight', setting: 'drift.max-drifted-weight' },
    { name: 'on-inconclusive', setting: 'drift.on-inconclusive' },
    { name: 'max-missing-change', setting: 'drift.max-missing-change' },
    { name: 'max-unseen-share', setting: 'drift.max-unseen-share' },
    { name: 'results', setting: 'drift.results' },
    model,
  ],
  'audit-record': [
    model,
    { name: 'model-name', setting: 'model.name' },
    { name: 'model-version', setting: 'model.version' },
    { name: 'release', setting: 'record.release' },
    { name: 'timestamp-authority', setting: 'record.timestamp-authority' },
    { name: 'attestations', setting: 'record.attestations' },
    { name: 'require', setting: 'policy.require' },
    { name: 'validity-days', setting: 'policy.validity-days' },
  ],
  gate: [{ name: 'release', setting: 'record.release' }],
};                                                    

                                             

const inputsOf = (command             )                   => INPUTS[command];

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const BOUND = new RegExp(`^(>=|>|<=|<|=|!=)\\s*(${NUMBER})$`, 'i');

/** What settings put in place of a threshold in the results: a number, or a comparator and a number. */
const ResultThreshold = union([number(), string().regex(BOUND)], {
  error: 'Expected a number, or a comparator and a number such as ">= 0.95"',
});
                                                             
                                                                        

/** By its id, by its column, by its method: the first that the settings name. */
const keysOf = ({ id, column, method }            ) => [id, column, method].filter(key => key !== undefined);

/** The bounds of an item as the settings have them. */
function boundsOf(item            , thresholds                  )                                             {
  const key = keysOf(item).find(each => Object.hasOwn(thresholds, each));
  const given = key === undefined ? undefined : thresholds[key];
  if (key === undefined || given === undefined) return { bounds: item.bounds }
  const breach = item.bounds[0]?.breach ?? 'fail';
  const [, comparator = '=', number = ''] = typeof given === 'string' ? (BOUND.exec(given) ?? []) : [];
  if (typeof given === 'string')
    return { bounds: [{ comparator: comparatorOf(comparator), value: Number(number), breach }], key }
  const [only, ...others] = item.bounds;
  if (!only || others.length > 0)
    throw new UserError(
      'settings.threshold',
      `Expected a comparator before the threshold of '${key}' but found ${given}`,
      {
        hint: `Write it as a text such as ">= ${given}"`,
      },
    )
  return { bounds: [{ ...only, value: given }], key }
}

const COMPARATORS = ['>=', '>', '<=', '<', '=', '!='];         
const comparatorOf = (text        ) => COMPARATORS.find(each => each === text) ?? '=';

/** Refuses a threshold that nothing in the results answers to: it was meant for something. */
function requireKnownThresholds(
  setting        ,
  thresholds                  ,
  items                       ,
)       {
  const known = new Set(items.flatMap(keysOf));
  for (const key of Object.keys(thresholds)) {
    if (known.has(key)) continue
    const meant = closestMatch(key, [...known], { maxDistance: 4 });
    throw new UserError(
      'settings.threshold',
      `Expected '${setting}.${key}' to name a check, column or method of the results but none of them has it`,
      {
        hint:
          meant === undefined
            ? `Known checks: ${items
                .slice(0, 5)
                .map(({ id }) => id)
                .join(', ')}`
            : `Did you mean ${meant}?`,
      },
    )
  }
}

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

const path$2 = (description        ) => string().min(1).max(4096).meta({ description, path: true });

/** What the settings of model-certify name beside the predictions: slices, groups and how the model behaves. */
const CERTIFY_BEHAVIOUR = {
  attributes: path$2(
    'Table with the columns of slices and groups, by the same id: a CSV file. The predictions unless given',
  ).optional(),
  slices: array(string().min(1)).min(1).optional().meta({
    description: 'Columns whose every value is shown as a slice, and searched for weak segments',
  }),
  groups: array(string().min(1)).min(1).optional().meta({
    description: 'Columns whose groups are compared for fairness, e.g. "sex" or "sex and age-band"',
  }),
  train: path$2('Predictions on the rows that the model was trained on: a CSV file with the same columns').optional(),
  repeat: path$2(
    'Predictions of the same model on the same rows once more, which must be the same: a CSV file',
  ).optional(),
  perturbed: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Predictions on the same rows with their inputs disturbed: CSV files' }),
  favourable: string().min(1).optional().meta({
    description: "Class that it is to a person's advantage to be predicted. Default: the positive class",
  }),
};

const column$2 = (description        ) => string().min(1).meta({ description });
const cost = (description        ) => number().default(0).meta({ description });

/** What the settings of model-certify name for some kinds of prediction. */
const CERTIFY_BY_TASK = {
  predicted: column$2(
    "Column that holds the model's class, number or answer. Default: the most probable class (multiclass), predicted (regression, forecasting)",
  ).optional(),
  probabilities: array(string().min(1)).min(1).optional().meta({
    description: 'Columns of the probability of every class (multiclass) or label (multilabel): class, or class=column',
  }),
  lower: column$2("Column that holds the lower end of the model's prediction interval").optional(),
  upper: column$2("Column that holds the upper end of the model's prediction interval").optional(),
  query: column$2(
    'Column of the query a result belongs to (ranking), of the item that several rows answer (evaluation). Default: query (ranking)',
  ).optional(),
  series: column$2('Column of the series a row belongs to (forecasting); one series unless given').optional(),
  time: column$2('Column that holds the time of a row: a number or a date (forecasting)').default('time'),
  history: string().min(1).max(4096).optional().meta({
    description:
      'Ids, series, times and truths from before the hold-out, which errors are scaled by: a CSV file (forecasting)',
    path: true,
  }),
  season: int()
    .min(1)
    .default(1)
    .meta({ description: 'Steps after which the naive forecast repeats what was (forecasting)' }),
  horizon: int().min(1).max(10_000).optional().meta({
    description:
      'Steps ahead that the forecasts were made: gains over the champion are then decided by Diebold and Mariano, else by blocks of time (forecasting)',
  }),
  refused: column$2('Column that holds whether the model refused: 1 or 0, true or false (evaluation)').optional(),
  unsafe: column$2('Column that holds whether the answer was unsafe: 1 or 0, true or false (evaluation)').optional(),
  latency: column$2('Column that holds how many milliseconds a prediction or an answer took').optional(),
  tokens: column$2('Column that holds how many tokens an answer took (evaluation)').optional(),
  cost: column$2('Column that holds what an answer cost (evaluation)').optional(),
  k: int().min(1).optional().meta({
    description:
      'How many of the first count. Default: 3 classes (multiclass), 10 results (ranking), 5 answers (evaluation)',
  }),
  beta: number()
    .gt(0)
    .max(100)
    .default(2)
    .meta({ description: 'How many times as much recall counts as precision in f-beta' }),
  top: number()
    .gt(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'Share of the rows, those with the highest scores, that lift looks at' }),
  costs: strictObject({
      'false-positive': cost('Cost of a negative row predicted positive'),
      'false-negative': cost('Cost of a positive row predicted negative'),
      'true-positive': cost('Cost of a positive row predicted positive, below 0 for a gain'),
      'true-negative': cost('Cost of a negative row predicted negative, below 0 for a gain'),
    })
    .optional()
    .meta({ description: 'What a row costs, by its true and predicted class, for expected-cost (binary)' }),
  'class-costs': record(string().min(1).max(200), record(string().min(1).max(200), number()))
    .optional()
    .meta({
      description:
        'What a row costs by its true class and, below that, the predicted one, below 0 for a gain; nothing where both are the same, unless given. For expected-cost (multiclass)',
    }),
  tolerance: number().gt(0).optional().meta({ description: 'Largest error that is within tolerance (regression)' }),
  quantile: number()
    .gt(0)
    .lt(1)
    .default(0.5)
    .meta({ description: 'Quantile that is predicted, for the pinball loss (regression, forecasting)' }),
};

const variable$1 = (description        ) =>
  string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description });

/** Where what a server asks for is found: names of environment variables, never a secret. */
const CREDENTIAL_NAMES = {
  'username-env': variable$1('Environment variable that holds the user name').optional(),
  'password-env': variable$1('Environment variable that holds the password').optional(),
  'token-env': variable$1('Environment variable that holds a bearer token').optional(),
};

/** Address of a server, without user and password. */
const serverAddress = (description        ) =>
  url$1({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description });

/** A Grafana that promotions are marked in. */
const GrafanaConnection = strictObject({
  url: serverAddress('Address of Grafana, with the path that it is served below'),
  dashboard: string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'the uid of a dashboard')
    .optional()
    .meta({
      description: 'uid of the one dashboard to mark; every dashboard of the organisation may show it unless given',
    }),
});

/** A path relative to the folder of proofmark.yml; given as an input or flag, relative to the working directory. */
const path$1 = (description        ) => string().min(1).max(4096).meta({ description, path: true });

/** A file of hooks that must be in lakeFS as it is known here. */
const LakefsHook = strictObject({
    repository: string()
      .regex(/^[a-z0-9][a-z0-9-]{2,62}$/)
      .meta({ description: 'Repository in lakeFS' }),
    branch: string()
      .min(1)
      .max(1024)
      .default('main')
      .meta({ description: 'Branch that certified data is merged to' }),
    path: string()
      .regex(/^_lakefs_actions\/[^/]+\.ya?ml$/, { error: 'lakeFS reads hooks from _lakefs_actions/*.yaml alone' })
      .default('_lakefs_actions/proofmark.yaml')
      .meta({ description: 'The file of hooks in lakeFS' }),
    file: path$1('The same file in this repository').optional(),
    sha256: Sha256.optional().meta({ description: 'Or the SHA-256 of its bytes' }),
  })
  .refine(({ file, sha256 }) => (file === undefined) !== (sha256 === undefined), {
    error: "Give 'file' or 'sha256', one of them",
  });
                                                   

/** What is marked in lakeFS where data that was read from there was certified. Where lakeFS is, and who asks, the environment says. */
const LakefsConnection = strictObject({
  tag: boolean()
    .default(true)
    .meta({ description: 'Tag certified commits: certified-… can be set once, never moved' }),
  commit: boolean().default(false).meta({
    description:
      'Also add a commit without changes to the branch that was read, with certificate and model as metadata',
  }),
  hooks: array(LakefsHook).max(20).default([]).meta({
    description: 'Files of hooks that must be there unchanged, on their branch and in the certified commits',
  }),
});

/** What is recorded on in MLflow. Where MLflow is, and who asks, its own environment variables say: a settings file that a pull request may change must not send credentials anywhere. */
const MlflowConnection = strictObject({
  model: string()
    .regex(/^models:\/[^/].*$/, { error: 'Write models:/NAME/7, models:/NAME@ALIAS or models:/m-ID' })
    .max(1024)
    .optional()
    .meta({ description: 'Version or logged model that is judged, where `model.files` names files of the workspace' }),
  run: string().min(1).max(64).optional().meta({
    description: 'Id of the run that evidence is kept on; else the run that made the version, else MLFLOW_RUN_ID',
  }),
});

/** A Pushgateway that Prometheus scrapes. */
const PushgatewayConnection = strictObject({
  url: serverAddress('Address of the Pushgateway, such as https://push.example.com:9091'),
  job: string().min(1).max(200).default('proofmark').meta({ description: 'Label job of every group' }),
  ...CREDENTIAL_NAMES,
});

/** A server that takes remote write 1.0: Prometheus, Mimir, Thanos, VictoriaMetrics, Grafana Cloud. */
const RemoteWriteConnection = strictObject({
  url: serverAddress('Address to write to, with its path: https://mimir.example.com/api/v1/push'),
  job: string().min(1).max(200).default('proofmark').meta({ description: 'Label job of every series' }),
  tenant: string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ...CREDENTIAL_NAMES,
});

/** A folder that the textfile collector of a node exporter reads. */
const TextfileConnection = strictObject({
  folder: path$1('Folder that node_exporter was given as --collector.textfile.directory'),
});

/** Systems outside that are told of every decision, one key each; what they are asked with (tokens, passwords) is in the environment only. */
const Connections = strictObject({
  pushgateway: PushgatewayConnection.optional().meta({ description: 'Metrics go to a Pushgateway' }),
  textfile: TextfileConnection.optional().meta({ description: 'Metrics go to a folder of the textfile collector' }),
  'remote-write': RemoteWriteConnection.optional().meta({ description: 'Metrics go to a server by remote write' }),
  grafana: GrafanaConnection.optional().meta({
    description: 'Promotions are marked in Grafana, by the service account whose token is in GRAFANA_TOKEN',
  }),
  lakefs: LakefsConnection.optional().meta({
    description: 'Certified data is tagged in lakeFS; LAKEFS_ENDPOINT says where',
  }),
  mlflow: MlflowConnection.optional().meta({
    description:
      'Evidence, certificate, tags and metrics go to the run and the version; MLFLOW_TRACKING_URI says where',
  }),
});

/** Methods that settings may choose; written by scripts/generate.ts. */
const METHOD_IDS = [
  'anderson-darling',
  'chi-squared',
  'cramer-von-mises',
  'domain-classifier',
  'energy',
  'epps-singleton',
  'fisher-exact',
  'g-test',
  'hellinger',
  'jensen-shannon',
  'jensen-shannon-divergence',
  'kolmogorov-smirnov',
  'kullback-leibler',
  'l-infinity',
  'le-cam',
  'mann-whitney',
  'mmd',
  'pca-reconstruction',
  'percentile-shift',
  'psi',
  'student-t',
  'text-classifier',
  'text-length',
  'text-vocabulary',
  'total-variation',
  'two-proportions',
  'wasserstein',
  'welch-t',
];

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };         

/** A length of time as it is written in the settings: 30s, 15m, 1h, 14d, 8w. */
const Duration = string()
  .regex(/^[1-9]\d{0,5}[smhdw]$/, 'a length of time such as 15m, 1h or 14d')
  .meta({ description: 'A length of time: 30s, 15m, 1h, 14d, 8w' });

/** Its milliseconds. */
function milliseconds(duration        )         {
  const unit = duration.at(-1);
  return (
    Number(duration.slice(0, -1)) *
    (unit === 's' || unit === 'm' || unit === 'h' || unit === 'd' || unit === 'w' ? UNITS[unit] : 1)
  )
}

/** Milliseconds in the largest unit that leaves none over. */
function durationText(length        )         {
  for (const unit of ['d', 'h', 'm', 's']         )
    if (length % UNITS[unit] === 0) return `${length / UNITS[unit]}${unit}`
  return `${length}ms`
}

/** A time as evidence and sentences have it, in UTC, without what is zero at its end. */
const timeText = (time        )         =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/:00Z$/, 'Z');

/** Beyond this t / √df, whose square soon overflows, only the leading term of the tail counts. */
const FAR = 1e100;

/** Student's t distribution with `df` degrees of freedom. */
function studentT(df        )               {
  requirePositive({ df });
  const scale = Math.sqrt(df);
  // t² / df has the beta prime distribution (½, df/2)
  const tailsAt = (odds        ) => incompleteBetaAtOdds(0.5, df / 2, odds);
  const logLead = () => lgamma((df + 1) / 2) - lgamma(df / 2) - Math.log(Math.PI) / 2 - Math.log(df);
  const tail = (t        ) =>
    t / scale > FAR ? Math.exp(logLead() - df * (Math.log(t) - Math.log(scale))) : tailsAt((t / scale) ** 2).upper / 2;
  const sf = (t        ) => (t >= 0 ? tail(t) : 1 - tail(-t));
  const upperRatio = (q        ) => {
    const ratio = Math.sqrt(inverseUpper(2 * q, 1 / df, tailsAt));
    return ratio > FAR ? Math.exp((logLead() - Math.log(q)) / df) : ratio
  };
  const isf = (q        )         => {
    if (q === 0.5) return 0
    if (q > 0.5) return -isf(1 - q)
    return q === 0 ? Infinity : scale * upperRatio(q)
  };
  return {
    cdf: t => sf(-notNan(t)),
    sf: t => sf(notNan(t)),
    ppf: p => -isf(probability(p)),
    isf: q => isf(probability(q)),
  }
}

/**
 * Which of n values, in ascending order and counted from 1, are the ends of a two-sided interval of the `p` quantile,
 * whatever the distribution: each end misses with a probability of at most (1 − level) / 2. An end is absent where there
 * are too few values for one (for an upper end of the 0.95 quantile at one-sided 95 %: fewer than 59).
 */
function quantileRanks(n        , p        , level        )                                     {
  count(n, 'the number of values n');
  probability(p);
  const outside = outsideEachEnd(level);
  const values = binomial(n, p);
  // The r-th value is above the quantile where fewer than r values are at most the quantile.
  const lower = largest(n, rank => values.cdf(rank - 1) <= outside);
  const upper = largest(n, rank => values.sf(rank - 1) > outside) + 1;
  return { ...(lower >= 1 ? { lower } : {}), ...(upper <= n ? { upper } : {}) }
}

/** The largest rank for which a condition holds that holds up to some rank and not beyond; 0 where it holds for none. */
function largest(n        , holds                           )         {
  let low = 0;
  let high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low
}

/** Values below this, in whatever unit, count as zero. */
const SMALLEST = 1e-9;

/**
 * Counts of non-negative values in bins of geometric width: every quantile to within a relative error of `accuracy`. Plain data; the state
 * of two parts of the values, merged in any order, is that of all of them.
 *
 * Source: Masson, Rim and Lee, DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees (2019). No bins are
 * collapsed: 1 % over twelve orders of magnitude needs fewer than 1400.
 */
                           
                           
                                    
               
           
 

/** A sketch, empty. */
const ddSketch = (accuracy = 0.01)           => ({ accuracy, bins: new Map(), zeros: 0, n: 0 });

const gamma = ({ accuracy }          ) => (1 + accuracy) / (1 - accuracy);

/** Counts one value, not negative. */
function addToSketch(sketch          , value        )       {
  sketch.n++;
  if (value < SMALLEST) sketch.zeros++;
  else {
    const bin = Math.ceil(Math.log(value) / Math.log(gamma(sketch)));
    sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + 1);
  }
}

/** Takes another sketch of the same accuracy into the first. */
function mergeSketch(sketch          , other          )       {
  sketch.n += other.n;
  sketch.zeros += other.zeros;
  for (const [bin, count] of other.bins) sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + count);
}

/** The value of a rank from 1, within the sketch's relative error; NaN of an empty sketch. */
function sketchedRank(sketch          , rank        )         {
  if (sketch.n === 0) return Number.NaN
  let below = sketch.zeros;
  if (rank <= below) return 0
  const g = gamma(sketch);
  const bins = [...sketch.bins].sort(([a], [b]) => a - b);
  for (const [bin, count] of bins) {
    below += count;
    if (rank <= below) return (2 * g ** bin) / (g + 1)
  }
  const [last = 0] = bins.at(-1) ?? [];
  return (2 * g ** last) / (g + 1)
}

/** A quantile of sorted values, linear between neighbours (type 7, as numpy has it); NaN of nothing. */
function quantileOf(sorted                   , q        )         {
  if (sorted.length === 0) return Number.NaN
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below)
}

/** The median; NaN of nothing. */
const medianOf = (values                   )         => quantileOf(Float64Array.from(values).sort(), 0.5);

/** Something that runs over a series and may alarm at each value. */
                        
                                           
                     
                                                                       
                        
                                   
                       
                                              
                            
 

/**
 * Tabular cumulative sums of standardised values, C⁺ = max(0, C⁺ + z − k) and C⁻ likewise downwards (Page 1954): an alarm where one exceeds
 * h, whereupon it starts again at 0. A missing value leaves them as they are.
 */
function cusum$1(z                                 , { k, h }                                            ) {
  const alarms          = [];
  const highest = { up: 0, down: 0 };
  for (const side of [1, -1]         ) {
    let sum = 0;
    let since = 0;
    for (const [at, value] of z.entries()) {
      if (value === undefined) continue
      if (sum === 0) since = at;
      sum = Math.max(0, sum + side * value - k);
      const name = side === 1 ? 'up' : 'down';
      highest[name] = Math.max(highest[name], sum);
      if (sum <= h) continue
      alarms.push({ at, since, side, statistic: sum });
      sum = 0;
    }
  }
  return { alarms: alarms.toSorted((a, b) => a.at - b.at || b.side - a.side), highest }
}

/**
 * The limit h at which a one-sided cumulative sum of independent standard normal values raises a false alarm within n of them with chance
 * alpha, about: 1 − exp(−n / ARL), with Siegmund's ARL = (e^{2kb} − 2kb − 1) / (2k²), b = h + 1.166 (Siegmund 1985).
 */
function cusumLimit(n        , alpha        , k        )         {
  const wanted = n / -Math.log1p(-alpha);
  const length = (h        ) => {
    const x = 2 * k * (h + 1.166);
    return (Math.expm1(x) - x) / (2 * k * k)
  };
  let low = 0;
  let high = 1;
  while (length(high) < wanted) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (length(middle) < wanted) low = middle;
    else high = middle;
  }
  return high
}

/**
 * Exponentially weighted moving average of standardised values (Roberts 1959): E = λ z + (1 − λ) E, from 0, held against L times its
 * standard deviation √(λ (1 − (1 − λ)²ᵗ) / (2 − λ)). A missing value leaves it as it is.
 */
function ewma$1(
  z                                 ,
  { weight, limit }                                                     ,
)            {
  const alarms          = [];
  const statistic                         = [];
  let average = 0;
  let seen = 0;
  let since = { side: 0, at: 0 };
  for (const [at, value] of z.entries()) {
    if (value === undefined) {
      statistic.push(undefined);
      continue
    }
    seen++;
    average = weight * value + (1 - weight) * average;
    const side = average >= 0 ? 1 : -1;
    if (side !== since.side) since = { side, at };
    const own = average / Math.sqrt((weight * (1 - (1 - weight) ** (2 * seen))) / (2 - weight));
    statistic.push(own);
    if (Math.abs(own) > limit) alarms.push({ at, since: since.at, side, statistic: Math.abs(own) });
  }
  return { statistic, alarms }
}

/** The generalised extreme Studentised deviate test for up to `most` outliers among normal values (Rosner 1983). */
function generalisedEsd$1(values                   , most        , alpha        )            {
  const left = values.map((value, index) => ({ value, index }));
  const n = values.length;
  const steps            = [];
  for (let i = 1; i <= Math.min(most, n - 2); i++) {
    const mean = left.reduce((sum, { value }) => sum + value, 0) / left.length;
    const sd = Math.sqrt(left.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (left.length - 1));
    if (!(sd > 0)) break
    const at = left.reduce(
      (best, { value }, j) => (Math.abs(value - mean) > Math.abs((left[best]?.value ?? mean) - mean) ? j : best),
      0,
    );
    const furthest = left[at];
    if (!furthest) break
    const df = n - i - 1;
    const t = studentT(df).isf(alpha / (2 * (n - i + 1)));
    steps.push({
      index: furthest.index,
      statistic: Math.abs(furthest.value - mean) / sd,
      critical: ((n - i) * t) / Math.sqrt((df + t * t) * (n - i + 1)),
    });
    left.splice(at, 1);
  }
  const last = steps.findLastIndex(({ statistic, critical }) => statistic > critical);
  return { steps, outliers: steps.slice(0, last + 1).map(({ index }) => index) }
}

/**
 * Page–Hinkley's test for a change of the mean (Page 1954, Hinkley 1971): m = Σ (x − x̄ − δ), with x̄ the mean so far, alarms where m stands
 * more than λ above its minimum, and downwards likewise; whereupon all starts again. A missing value is left out.
 */
function pageHinkley$1(
  x                                 ,
  { delta, limit }                                                    ,
) {
  const alarms          = [];
  const highest = { up: 0, down: 0 };
  for (const side of [1, -1]         ) {
    let [mean, n, sum, least, since] = [0, 0, 0, 0, 0];
    for (const [at, value] of x.entries()) {
      if (value === undefined) continue
      n++;
      mean += (value - mean) / n;
      sum += side * (value - mean) - delta;
      if (sum <= least) {
        least = sum;
        since = at;
      }
      const name = side === 1 ? 'up' : 'down';
      highest[name] = Math.max(highest[name], sum - least);
      if (sum - least <= limit) continue
      alarms.push({ at, since, side, statistic: sum - least })
      ;[mean, n, sum, least, since] = [0, 0, 0, 0, at + 1];
    }
  }
  return { alarms: alarms.toSorted((a, b) => a.at - b.at || b.side - a.side), highest }
}

/** Weights by distance from a fit, in sixfold median distances: 1 near it, 0 far away (Cleveland et al. 1990, `rwts`). */
function bisquareWeights(y                   , fitted                       )               {
  const distance = y.map((value, i) => Math.abs(value - fitted(i)));
  const h = 6 * medianOf(distance);
  if (h === 0) return new Float64Array(y.length).fill(1)
  return Float64Array.from(distance, r => (r <= 0.001 * h ? 1 : r <= 0.999 * h ? (1 - (r / h) ** 2) ** 2 : 0))
}

/** What a fit is made of: values by place from 1, a window of so many of them, and their weights where some count less. */
                            
                               
                    
                         
                        
                                                  
 

/**
 * The local fit at place `x` over the values at places `left` to `right`; undefined where they have no weight.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning, STL (1990), `est` of their program: tricube weights.
 */
function loessAt({ y, n, window, degree, weights }           , x        , left        , right        ) {
  let h = Math.max(x - left, right - x);
  if (window > n) h += Math.floor((window - n) / 2);
  const far = 0.999 * h;
  const near = 0.001 * h;
  const w = new Float64Array(right - left + 1);
  let total = 0;
  for (let j = left; j <= right; j++) {
    const r = Math.abs(j - x);
    if (r > far) continue
    const ratio = r / h;
    const cube = 1 - ratio * ratio * ratio;
    const own = (r <= near ? 1 : cube * cube * cube) * (weights?.[j - 1] ?? 1);
    w[j - left] = own;
    total += own;
  }
  if (total <= 0) return undefined
  for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) / total;
  if (h > 0 && degree > 0) slope(w, x, left, n);
  let fit = 0;
  for (let i = 0; i < w.length; i++) fit += (w[i] ?? 0) * (y[left + i - 1] ?? 0);
  return fit
}

/** Turns weights of a mean into weights of a line's value at x, where the places are far enough apart for a line. */
function slope(w              , x        , left        , n        )       {
  let centre = 0;
  for (let i = 0; i < w.length; i++) centre += (w[i] ?? 0) * (left + i);
  let spread = 0;
  for (let i = 0; i < w.length; i++) spread += (w[i] ?? 0) * (left + i - centre) ** 2;
  if (Math.sqrt(spread) <= 0.001 * (n - 1)) return
  const b = (x - centre) / spread;
  for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) * (b * (left + i - centre) + 1);
}

/** A series smoothed by local fits at every `jump`-th place and straight lines between them (`ess` of the STL program). */
function loess(data           , jump        )               {
  const { y, n, window } = data;
  const out = new Float64Array(n);
  if (n < 2) {
    out[0] = y[0] ?? 0;
    return out
  }
  const step = Math.min(jump, n - 1);
  let span                            = [1, n];
  const smoothAt = (place        ) => {
    out[place - 1] = loessAt(data, place, ...span) ?? y[place - 1] ?? 0;
  };
  for (let i = 0; i < n; i += step) {
    span = spanAt(i + 1, n, window);
    smoothAt(i + 1);
  }
  if (step === 1) return out
  for (let i = 0; i < n - step; i += step) line(out, i, i + step);
  const last = Math.floor((n - 1) / step) * step + 1;
  if (last !== n) {
    // As the program has it: over the window of the fit before.
    smoothAt(n);
    line(out, last - 1, n - 1);
  }
  return out
}

/** First and last place of the window around a place. */
function spanAt(place        , n        , window        )                   {
  if (window >= n) return [1, n]
  const half = Math.floor((window + 1) / 2);
  const left = Math.min(Math.max(1, place - half + 1), n - window + 1);
  return [left, left + window - 1]
}

function line(out              , from        , to        )       {
  const start = out[from] ?? 0;
  const delta = ((out[to] ?? 0) - start) / (to - from);
  for (let j = from + 1; j < to; j++) out[j] = start + delta * (j - from);
}

const odd = (n        ) => (n % 2 === 0 ? n + 1 : n);

/**
 * A series taken apart into season, trend and the rest, by loess.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning, STL: a seasonal-trend decomposition procedure based on loess (1990); windows,
 * degrees and rounds as in statsmodels: 2 inner and 15 outer rounds where robust, else 5 and none.
 */
function stl(y                   , options            )                {
  const { period, seasonal = 7, robust = false, jump = 1 } = options;
  const trendWindow = options.trend ?? odd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal)));
  const lowPass = options.lowPass ?? odd(period + 1);
  const n = y.length;
  const season = new Float64Array(n);
  let trend               = new Float64Array(n);
  let weights;                          
  for (let outer = 0; ; outer++) {
    for (let inner = 0; inner < (robust ? 2 : 5); inner++) {
      const detrended = Float64Array.from(y, (value, i) => value - (trend[i] ?? 0));
      const cycles = smoothedCycles(detrended, period, seasonal, jump, weights);
      const passed = movingMean(movingMean(movingMean(cycles, period), period), 3);
      const low = loess({ y: passed, n, window: lowPass, degree: 1 }, jump);
      for (let i = 0; i < n; i++) season[i] = (cycles[period + i] ?? 0) - (low[i] ?? 0);
      const deseasoned = Float64Array.from(y, (value, i) => value - (season[i] ?? 0));
      trend = loess({ y: deseasoned, n, window: trendWindow, degree: 1, weights }, jump);
    }
    if (outer === (robust ? 15 : 0)) break
    weights = bisquareWeights(y, i => (trend[i] ?? 0) + (season[i] ?? 0));
  }
  const residual = Float64Array.from(y, (value, i) => value - (season[i] ?? 0) - (trend[i] ?? 0));
  return { seasonal: season, trend, residual }
}

/** Each place of the season smoothed over the seasons, and one season more at either end. */
function smoothedCycles(
  y              ,
  period        ,
  window        ,
  jump        ,
  weights                          ,
)               {
  const out = new Float64Array(y.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const own = y.filter((_, i) => i % period === phase);
    const data = {
      y: own,
      n: own.length,
      window,
      degree: 1         ,
      weights: weights?.filter((_, i) => i % period === phase),
    };
    const smooth = loess(data, jump);
    const k = own.length;
    const before = loessAt(data, 0, 1, Math.min(window, k)) ?? smooth[0] ?? 0;
    const after = loessAt(data, k + 1, Math.max(1, k - window + 1), k) ?? smooth[k - 1] ?? 0;
    for (const [m, value] of [before, ...smooth, after].entries()) out[m * period + phase] = value;
  }
  return out
}

/** Means of each `length` neighbours. */
function movingMean(y              , length        )               {
  const out = new Float64Array(y.length - length + 1);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += y[i] ?? 0;
  out[0] = sum / length;
  for (let i = 1; i < out.length; i++) {
    sum += (y[i + length - 1] ?? 0) - (y[i - 1] ?? 0);
    out[i] = sum / length;
  }
  return out
}

/** A number inside a sentence: three significant digits. */
const figure = (value        )         => String(Number(value.toPrecision(3)));

/** A share of one inside a sentence, as a percentage of three significant digits. */
const percent = (share        )         => `${figure(share * 100)} %`;

/** A count inside a sentence, thousands apart. */
const grouped = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Which way is harmful. */
const goesWrong = ({ direction }          , change        )          =>
  direction === 'both' ? change !== 0 : direction === 'up' ? change > 0 : change < 0;

/** Whether a value lies far enough from what was expected to matter, whatever its chance. */
function matters(series          , value        , expected        )          {
  const change = value - expected;
  return (
    goesWrong(series, change) &&
    Math.abs(change) >= series.minChange * Math.abs(expected) &&
    Math.abs(change) >= series.settings['min-absolute-change']
  )
}

/** Sides on which an alarm can be raised. */
const sides = ({ direction }          )         => (direction === 'both' ? 2 : 1);

/** Time of a place, as sentences have it. */
const at = ({ first, every }          , place        )         => timeText(first + place * every);

/** A value of the series inside a sentence. */
const valueText = ({ settings: { kind } }          , value        )         =>
  kind === 'error-rate' || kind === 'default-rate'
    ? percent(value)
    : kind === 'volume'
      ? grouped(Math.round(value))
      : figure(value);

/** How many of how many buckets: `3 of 1 008 buckets of 1h`. */
const share = (series          , count        )         =>
  `${grouped(count)} of ${grouped(series.judged)} ${series.judged === 1 ? 'bucket' : 'buckets'} of ${series.settings.every}`;

/** Places in runs of neighbours, as times: `2024-01-17T14:00Z to 17:00Z`. */
function runsText(series          , places                   , most = 3)         {
  const runs                     = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && place - last[1] <= 3) last[1] = place;
    else runs.push([place, place]);
  }
  const told = runs.slice(0, most).map(([a, b]) => (a === b ? at(series, a) : `${at(series, a)} to ${at(series, b)}`));
  return `${told.join(', ')}${runs.length > most ? ` and ${runs.length - most} more times` : ''}`
}

/** Why nothing could be judged. */
function nothingJudged({ unscored, buckets, from }          )         {
  const reasons = [
    unscored.missing > 0 ? `${grouped(unscored.missing)} without a value` : '',
    unscored.thin > 0 ? `${grouped(unscored.thin)} with too little traffic` : '',
    unscored.young > 0 ? `${grouped(unscored.young)} too young` : '',
    unscored.excepted > 0 ? `${grouped(unscored.excepted)} excepted` : '',
    unscored.unlearnt > 0 ? `${grouped(unscored.unlearnt)} of which the baseline teaches nothing` : '',
  ].filter(text => text !== '');
  const judged = Math.max(0, buckets.length - from);
  return `Expected buckets to judge but found none: ${judged === 0 ? `the series is no longer than its baseline, ${grouped(buckets.length)} buckets` : `of ${grouped(judged)} after the baseline, ${reasons.join(', ')}`}`
}

/** What a control chart has found: alarms on a harmful side, over a stretch whose mean is far enough from what was expected. */
function episodes(series          , { method, alarms, highest, limit }       )                      {
  const { judged } = series;
  if (judged === 0) return undefined
  const harmful = alarms
    .filter(({ side }) => goesWrong(series, side))
    .map(alarm => ({ ...alarm, since: beginOf(series, alarm) }))
    .map(alarm => ({ ...alarm, change: meanChange(series, alarm.since, alarm.at) }))
    .filter(({ change }) => goesWrong(series, change) && Math.abs(change) >= series.minChange);
  const known = {
    measured: { value: highest, unit: 'standard deviations', method, n: judged },
    required: { comparator: '<='         , value: limit, unit: 'standard deviations' },
  };
  const worst = harmful.reduce                                      (
    (a, b) => (a && Math.abs(a.change) >= Math.abs(b.change) ? a : b),
    undefined,
  );
  const first = harmful[0];
  if (!worst || !first) {
    const more = alarms.length > 0 ? ', beyond it only by changes that are too small to matter' : '';
    return {
      ...known,
      status: 'pass',
      reason: `Expected no slow change and found ${figure(highest)} of the ${figure(limit)} standard deviations that would tell one, in ${share(series, judged)}${more}`,
    }
  }
  const places = [
    ...new Set(harmful.flatMap(({ since, at: end }) => Array.from({ length: end - since + 1 }, (_, i) => since + i))),
  ];
  return {
    ...known,
    status: 'fail',
    reason: `Expected no slow change but found one, told at ${at(series, first.at)} and begun about ${at(series, first.since)}, at most ${percent(worst.change)} from what was expected: ${runsText(series, places)}`,
    hint: "Look at what changed then; if it is here to stay, shorten what is judged with 'judge', so that it is learnt",
    flagged: places.filter(place => series.scores[place] !== undefined),
  }
}

/** The likeliest begin of a change that a chart has told: where the sum up to the alarm is largest for its length. */
function beginOf({ innovations }          , { since, at: end, side }       )         {
  let [sum, n, best, begin] = [0, 0, Number.NEGATIVE_INFINITY, since];
  for (let place = end; place >= since; place--) {
    const value = innovations[place];
    if (value === undefined) continue
    sum += side * value;
    n++;
    if (sum / Math.sqrt(n) <= best) continue
    best = sum / Math.sqrt(n);
    begin = place;
  }
  return begin
}

/** Mean change from what was expected over a stretch, as a share of it. */
function meanChange({ scores, buckets, counted }          , from        , to        )         {
  let [found, expected] = [0, 0];
  for (let place = from; place <= to; place++) {
    const score = scores[place];
    const bucket = buckets[place];
    if (!score || bucket?.value === undefined) continue
    const weight = counted ? (bucket.traffic ?? 0) : 1;
    found += bucket.value * weight;
    expected += score.expected * weight;
  }
  return expected === 0 ? (found === 0 ? 0 : 1) : found / expected - 1
}

/** Limit of a normal distance that any of so many exceed with chance alpha at most. */
const distanceLimit = (series          , alpha        )         =>
  normal.isf(alpha / Math.max(1, series.judged * (series.direction === 'both' ? 2 : 1)));

/** What a rule has found in a series. */
                          
                         
                              
                              
                         
                        
                                        
                                      
 

/** One rule over a series: a file in `anomalies/`. */
                                                  
                                                                                  
                     
                        
                                                                                 
                          
                                                               
                        
                                                      
                                       
                           
                                                                                           
                               
                                                                                                                                
                                                                                         
 

/** A rule whose options are told apart by itself only. */
                                                                 
                                                  
                                                                               
 

/** A rule as its file declares it. */
function defineRule                           (rule               )          {
  return { ...rule, judge: (series, options, alpha) => rule.judge(series, rule.options.parse(options), alpha) }
}

/** Small changes that last, by cumulative sums. */
const cusum = defineRule({
  id: 'cusum',
  title: 'Cumulative sums',
  variant:
    'Tabular CUSUM (Page 1954) of the judged buckets’ distances from their season or rate, each taken without what it has over from the one before (ρ of the baseline), and none counted beyond 4: ' +
    'k = 0.5, and h the larger of 5 and what is exceeded with chance alpha over the buckets judged (Siegmund 1985). Alarms start it anew; one counts where the mean change since its sum left 0 matters',
  claim: 'no slow change',
  usual: ['volume', 'error-rate', 'default-rate', 'latency', 'gauge'],
  options: strictObject({
    k: number().gt(0).max(3).default(0.5).meta({ description: 'Half the change to be told, in standard deviations' }),
    h: number().gt(0).max(100).default(5).meta({ description: 'Least limit, in standard deviations' }),
  }),
  inferential: true,
  judge(series, { k, h }, alpha) {
    const limit = Math.max(h, cusumLimit(Math.max(1, series.judged), alpha / (series.direction === 'both' ? 2 : 1), k));
    const { alarms, highest } = cusum$1(series.innovations, { k, h: limit });
    const height = { both: Math.max(highest.up, highest.down), up: highest.up, down: highest.down }[series.direction];
    return episodes(series, { method: 'cusum', alarms, highest: height, limit })
  },
});

/** Small changes that last, by a moving average. */
const ewma = defineRule({
  id: 'ewma',
  title: 'Exponentially weighted moving average',
  variant:
    'EWMA (Roberts 1959) of the same distances as CUSUM takes: λ = 0.2, and L the larger of 3 and what any of the buckets judged exceeds with chance alpha (Bonferroni). ' +
    'An alarm counts where the mean change since the average crossed 0 matters',
  claim: 'no slow change',
  usual: [],
  options: strictObject({
    weight: number().gt(0).max(1).default(0.2).meta({ description: 'λ: weight of the newest value' }),
    limit: number()
      .gt(0)
      .max(30)
      .default(3)
      .meta({ description: 'L: least limit, in standard deviations of the average' }),
  }),
  inferential: true,
  judge(series, { weight, limit: least }, alpha) {
    const limit = Math.max(least, distanceLimit(series, alpha));
    const { statistic, alarms } = ewma$1(series.innovations, { weight, limit });
    const heights = statistic.map((value = 0) => ({ both: Math.abs(value), up: value, down: -value })[series.direction]);
    return episodes(series, { method: 'ewma', alarms, highest: heights.reduce((a, b) => Math.max(a, b), 0), limit })
  },
});

/** Fewest values for which Rosner's critical values hold. */
const FEWEST = 25;

/** Several outliers among the judged buckets, however they mask one another. */
const generalisedEsd = defineRule({
  id: 'generalised-esd',
  title: 'Generalised ESD',
  variant:
    'Generalised extreme Studentised deviate test (Rosner 1983) of the judged buckets’ distances from their season or rate, against their own mean and standard deviation: ' +
    'R against λ at alpha, for at most a tenth of them and 50, at least 25 of them. An outlier counts where its change matters',
  claim: 'no outliers among the judged buckets',
  usual: [],
  options: strictObject({
    most: int().min(1).max(1000).optional().meta({ description: 'Outliers looked for at most' }),
  }),
  inferential: true,
  judge(series, { most }, alpha) {
    const known = series.scores.flatMap((score, place) => (score ? [{ score, place }] : []));
    if (known.length === 0) return undefined
    if (known.length < FEWEST)
      return {
        status: 'inconclusive',
        measured: { value: known.length, unit: 'buckets', method: 'generalised-esd' },
        required: { comparator: '>=', value: FEWEST, unit: 'buckets' },
        reason: `Expected at least ${FEWEST} judged buckets but found ${known.length}: the test's critical values do not hold for fewer`,
        hint: "Judge more with 'judge', or shorten 'every'",
      }
    const { steps, outliers } = generalisedEsd$1(
      known.map(({ score }) => score.z),
      most ?? Math.min(50, Math.floor(known.length / 10)),
      alpha,
    );
    const off = outliers.flatMap(i => {
      const one = known[i];
      const value = one && series.buckets[one.place]?.value;
      return one && value !== undefined && matters(series, value, one.score.expected) ? [one.place] : []
    });
    const [largest] = steps;
    const numbers = {
      measured: {
        value: largest?.statistic ?? 0,
        unit: 'standard deviations',
        method: 'generalised-esd',
        n: known.length,
      },
      required: { comparator: '<='         , value: largest?.critical ?? 0, unit: 'standard deviations' },
    };
    return off.length > 0
      ? {
          ...numbers,
          status: 'fail',
          reason: `Expected no outliers but found ${share(series, off.length)}: ${runsText(series, off)}`,
          hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
          flagged: off,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected no outliers that matter and found none in ${share(series, known.length)}: the largest deviate is ${figure(largest?.statistic ?? 0)}`,
        }
  },
});

/** Cohorts old enough for their outcome to be known. */
const labelMaturity = defineRule({
  id: 'label-maturity',
  title: 'Label maturity',
  variant:
    'Cohorts whose bucket ends less than maturity before the last time of the series are neither judged nor learnt from: their outcomes are not yet known. At least one judged cohort must be older',
  claim: 'cohorts old enough to judge',
  usual: ['default-rate'],
  options: strictObject({}),
  inferential: false,
  judge(series) {
    const { settings, buckets, from, unscored, first, every } = series;
    if (settings.maturity === undefined) return undefined
    const all = Math.max(0, buckets.length - from);
    const ripe = all - unscored.young;
    const until = timeText(first + buckets.length * every - milliseconds(settings.maturity));
    const numbers = {
      measured: { value: ripe, unit: 'cohorts', share: all === 0 ? 0 : ripe / all, n: all },
      required: { comparator: '>='         , value: 1, unit: 'cohorts' },
    };
    const found = `${grouped(ripe)} of ${grouped(all)}`;
    return ripe === 0
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected cohorts older than ${settings.maturity} to judge but found ${found}`,
          hint: `Judge further back than ${until}, with 'judge' or a longer log`,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected cohorts older than ${settings.maturity} and found ${found}; ${grouped(unscored.young)} younger ones (${percent(unscored.young / all)}), from about ${until} on, are not counted`,
        }
  },
});

/** Values that are kept as they are; of more, a sketch within 1 %. */
const EXACT = 5_000;

/** Values of which quantiles are asked: exactly while they are few. */
                                
                              
                           
 

/** A store, empty. */
const quantileStore = ()                => ({ values: [], sketch: ddSketch() });

/** Keeps a value that is not negative. */
function keep(store               , value        )       {
  addToSketch(store.sketch, value);
  store.values?.push(value);
  if (store.values && store.values.length > EXACT) store.values = undefined;
}

/** All values of several stores, exactly while they are few. */
function pooled(stores                          , exact = 1_000_000)                {
  const all = quantileStore();
  const known = stores.flatMap(({ values }) => (values ? [values] : []));
  const fits = known.length === stores.length && known.reduce((sum, { length }) => sum + length, 0) <= exact;
  all.values = fits ? known.flat() : undefined;
  for (const { sketch } of stores) mergeSketch(all.sketch, sketch);
  return all
}

/** Values of ranks from 1, each between two bounds: equal ones where the values are known. */
function ranked(store               )                                              {
  const sorted = store.values ? Float64Array.from(store.values).sort() : undefined;
  return rank => {
    const exact = sorted?.[rank - 1];
    if (exact !== undefined) return [exact, exact]
    const value = sketchedRank(store.sketch, rank);
    const { accuracy } = store.sketch;
    return [value / (1 + accuracy), value / (1 - accuracy)]
  }
}

/** Rank of the q-quantile of n values: the smallest value that at least that share does not exceed. */
const rankOf = (q        , n        )         => Math.max(1, Math.ceil(q * n - 1e-9));

/** Quantiles of all judged latencies together against those of the baseline. */
const latencyQuantiles = defineRule({
  id: 'latency-quantiles',
  title: 'Latency quantiles',
  variant:
    'Quantiles of all judged requests’ latencies together against those of the baseline, each between order statistics whose ranks hold it at level 1 − 2 alpha over the number of quantiles, whatever the distribution ' +
    '(David and Nagaraja 2003, 7.1; independent requests). Exact up to 5 000 requests per bucket and a million together, else by DDSketch within 1 % (Masson et al. 2019), which the bounds include. ' +
    'Fails where the lower bound exceeds the baseline’s upper bound by more than the change that matters; passes where the upper bound does not exceed its lower bound by that',
  claim: 'quantiles no higher than in the baseline',
  usual: ['latency'],
  options: strictObject({
    quantiles: array(number().gt(0).lt(1))
      .min(1)
      .max(10)
      .default([0.5, 0.95, 0.99])
      .meta({ description: 'Quantiles to compare' }),
  }),
  inferential: true,
  judge(series, { quantiles }, alpha) {
    const { buckets, from, minChange } = series;
    const usable = (place        ) => !series.isExcepted(place);
    const of = (places                            ) =>
      buckets.flatMap((bucket, place)                  =>
        bucket?.values && usable(place) && places(place) ? [bucket.values] : [],
      );
    const [before, now] = [pooled(of(place => place < from)), pooled(of(place => place >= from))];
    if (before.sketch.n === 0 || now.sketch.n === 0) return undefined
    const own = alpha / quantiles.length;
    const compared = quantiles.map(q => ({
      q,
      before: bounds(before, q, 1 - 2 * own),
      now: bounds(now, q, 1 - 2 * own),
    }));
    const limitOf = (expected                    ) =>
      expected === undefined
        ? undefined
        : expected + Math.max(expected * minChange, series.settings['min-absolute-change']);
    const judged = compared.map(one => {
      const { before: old, now: found } = one;
      const above = limitOf(old.upper);
      const below = limitOf(old.lower);
      const fails = found.lower !== undefined && above !== undefined && found.lower > above;
      const passes = found.upper !== undefined && below !== undefined && found.upper <= below;
      return { ...one, status: fails ? ('fail'         ) : passes ? ('pass'         ) : ('inconclusive'         ) }
    });
    const worst =
      judged.find(({ status }) => status === 'fail') ??
      judged.find(({ status }) => status === 'inconclusive') ??
      judged.at(-1);
    if (!worst) return undefined
    const { status, q, before: old, now: found } = worst;
    const text = `p${figure(q * 100)} of ${figure(found.value)}, between ${bound(found.lower)} and ${bound(found.upper)}, where the baseline has ${figure(old.value)}, between ${bound(old.lower)} and ${bound(old.upper)}`;
    return {
      status,
      measured: {
        value: found.value,
        ...(found.lower !== undefined && found.upper !== undefined
          ? { interval: [found.lower, found.upper]                    , level: 1 - 2 * own }
          : {}),
        method: 'latency-quantiles',
        n: now.sketch.n,
      },
      required: { comparator: '<=', value: old.value * (1 + minChange) },
      reason: `Expected latencies at most ${percent(minChange)} above the baseline ${status === 'pass' ? 'and' : 'but'} found a ${text}`,
      ...(status === 'fail'
        ? { hint: 'Look at when it rose, below; if it is here to stay, judge less at the end, so that it is learnt' }
        : status === 'inconclusive'
          ? {
              hint: `The ${grouped(now.sketch.n)} judged requests are too few to tell the ${percent(q)} quantile: judge more of them, or leave the quantile out`,
            }
          : {}),
    }
  },
});

const bound = (value                    ) => (value === undefined ? 'unknown' : figure(value));

function bounds(store               , q        , level        ) {
  const { n } = store.sketch;
  const rank = ranked(store);
  const { lower, upper } = quantileRanks(n, q, level);
  const [low, high] = rank(rankOf(q, n));
  return {
    value: (low + high) / 2,
    lower: lower === undefined ? undefined : rank(lower)[0],
    upper: upper === undefined ? undefined : rank(upper)[1],
  }
}

/** Largest share of the buckets that may have too little traffic to judge them. */
const HALF = 0.5;

/** Buckets whose requests are too few for a rate or a quantile of them to say anything. */
const minimumTraffic = defineRule({
  id: 'minimum-traffic',
  title: 'Minimum traffic',
  variant:
    'Share of the judged buckets with fewer requests than min-traffic, where requests are counted; they are not judged by other rules. More than half are too many',
  claim: 'enough traffic to judge',
  usual: ['error-rate', 'default-rate', 'latency'],
  options: strictObject({}),
  inferential: false,
  judge(series) {
    const { unscored, judged, settings } = series;
    if (!series.buckets.some(bucket => bucket?.traffic !== undefined)) return undefined
    const n = judged + unscored.thin;
    if (n === 0) return undefined
    const share = unscored.thin / n;
    const found = `${grouped(unscored.thin)} of ${grouped(n)} buckets with fewer than ${settings['min-traffic']} requests (${percent(share)})`;
    const numbers = {
      measured: { value: unscored.thin, unit: 'buckets', share, n },
      required: { comparator: '<='         , value: HALF },
    };
    return share > HALF
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected enough traffic in most buckets but found ${found}`,
          hint: "Lengthen 'every', so that a bucket holds more requests, or lower 'min-traffic'",
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected enough traffic in most buckets and found ${found}, which were not judged`,
        }
  },
});

/** Stretches of time of which nothing is known. */
const missingBuckets = defineRule({
  id: 'missing-buckets',
  title: 'Missing buckets',
  variant:
    'Share of the buckets after the baseline that have no value, of those that are neither too young nor excepted. Where each row is a request, a bucket without rows is one without traffic: it counts as 0 of a volume, and is no gap of it',
  claim: 'no gaps',
  usual: ['volume', 'error-rate', 'default-rate', 'latency', 'gauge'],
  options: strictObject({}),
  inferential: false,
  judge(series) {
    const { buckets, from, settings } = series;
    const places = buckets.flatMap((_, place) =>
      place >= from && !series.isYoung(place) && !series.isExcepted(place) ? [place] : [],
    );
    if (places.length === 0) return undefined
    const missing = places.filter(place => buckets[place]?.value === undefined);
    const share = missing.length / places.length;
    const limit = settings['max-missing'];
    const numbers = {
      measured: { value: missing.length, unit: 'buckets', share, n: places.length },
      required: { comparator: '<='         , value: limit },
    };
    const found = `${grouped(missing.length)} of ${grouped(places.length)} buckets of ${settings.every} (${percent(share)})`;
    return share > limit
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected at most ${percent(limit)} of the buckets to be missing but found ${found}: ${runsText(series, missing)}`,
          hint: "Find out why nothing was written then, or raise 'max-missing'; a clock that jumped leaves such gaps too",
          flagged: missing,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected at most ${percent(limit)} of the buckets to be missing and found ${found}`,
        }
  },
});

/** Small changes that last, against the mean so far. */
const pageHinkley = defineRule({
  id: 'page-hinkley',
  title: 'Page–Hinkley test',
  variant:
    'Page–Hinkley (Page 1954, Hinkley 1971) of the same distances as CUSUM takes, against their mean so far: δ = 0.005, and λ, unless given, what the reflected random walk of the buckets judged exceeds with ' +
    'chance alpha: √n Φ⁻¹(1 − α / 4) per side, by the reflection principle. An alarm counts where the mean change since the minimum matters',
  claim: 'no change of the mean',
  usual: [],
  options: strictObject({
    delta: number()
      .min(0)
      .max(3)
      .default(0.005)
      .meta({ description: 'δ: change that is let pass, in standard deviations' }),
    lambda: number().gt(0).max(10_000).optional().meta({ description: 'λ: limit, in standard deviations' }),
  }),
  inferential: true,
  judge(series, { delta, lambda }, alpha) {
    const own = alpha / (series.direction === 'both' ? 2 : 1);
    const limit = lambda ?? Math.sqrt(Math.max(1, series.judged)) * normal.isf(own / 4);
    const { alarms, highest } = pageHinkley$1(series.innovations, { delta, limit });
    const height = { both: Math.max(highest.up, highest.down), up: highest.up, down: highest.down }[series.direction];
    return episodes(series, { method: 'page-hinkley', alarms, highest: height, limit })
  },
});

/** Events among the requests of each bucket against the rate that the buckets before it had. */
const rate = defineRule({
  id: 'rate',
  title: 'Exact rate per bucket',
  variant:
    'Tail of the beta-binomial distribution at the events of each bucket: mean and over-dispersion (Williams’ moments, 1982) of the buckets before it, learnt day by day, those that ' +
    'are incidents themselves (a tail below 1e-9) left out, and the uncertainty of the rate by Jeffreys’ prior; where the baseline’s own tails are heavier (its 95th or 99th percentile), distances are divided by as much. Off where the tail times the buckets judged is at most alpha (Bonferroni), and the change matters. ' +
    'Interval of a bucket’s rate: Clopper and Pearson (1934)',
  claim: 'no bucket with an unusual rate',
  usual: ['error-rate', 'default-rate'],
  options: strictObject({}),
  inferential: true,
  judge(series, _, alpha) {
    if (!series.counted) return undefined
    const sides = series.direction === 'both' ? 2 : 1;
    const tested = series.buckets.flatMap((bucket, place) => {
      const score = series.scores[place];
      const { tails } = score ?? {};
      if (!score || !tails || bucket?.value === undefined) return []
      const pValue =
        series.direction === 'up'
          ? tails.upper
          : series.direction === 'down'
            ? tails.lower
            : Math.min(1, 2 * Math.min(tails.upper, tails.lower));
      return [
        { place, bucket, value: bucket.value, score, pValue, matters: matters(series, bucket.value, score.expected) },
      ]
    });
    const off = tested.filter(one => one.matters && one.pValue * tested.length <= alpha);
    const worst = tested.reduce                                     (
      (a, b) => (a && a.pValue <= b.pValue ? a : b),
      undefined,
    );
    if (!worst) return undefined
    const { place, bucket, value, score, pValue } = worst;
    const [events, n] = [Math.round(bucket.events ?? 0), Math.round(bucket.traffic ?? 0)];
    const interval = clopperPearson(events, n, 1 - 2 * alpha);
    const limit =
      series.direction === 'down'
        ? score.at(-zOf(alpha, tested.length * sides))
        : score.at(zOf(alpha, tested.length * sides));
    const known = {
      measured: {
        value,
        unit: 'of requests',
        interval: [interval.lower, interval.upper]                    ,
        level: 1 - 2 * alpha,
        method: 'rate',
        n,
        pValue,
        adjustedPValue: Math.min(1, pValue * tested.length),
      },
      required: { comparator: series.direction === 'down' ? ('>='         ) : ('<='         ), value: limit },
    };
    const expected = `Expected a rate of about ${percent(score.expected)} at ${at(series, place)}`;
    const found = `found ${percent(value)} (${events} of ${n})`;
    return off.length > 0
      ? {
          ...known,
          status: 'fail',
          reason: `${expected} but ${found}, adjusted p = ${Number(known.measured.adjustedPValue.toPrecision(3))}; ${share(series, off.length)} off: ${runsText(
            series,
            off.map(one => one.place),
          )}`,
          hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
          flagged: off.map(one => one.place),
        }
      : {
          ...known,
          status: 'pass',
          reason: `${expected} and ${found}, the least likely of ${share(series, tested.length)} and no more than chance has it`,
        }
  },
});

const zOf = (alpha        , tests        ) => normal.isf(alpha / tests);

/** A distance per judged place, and how the values at it are reached. */
                            
                         
                                                      
                                               
                        
                                                                                
                                        
 

/**
 * Buckets further from what was expected than a limit, and far enough to matter. Of a value known only between two bounds both must be
 * off; where only one is, and what is told lies off, nobody can tell.
 */
function offLimits(series          , { method, score, limit, pValue }           )                      {
  const off           = [];
  const unsure           = [];
  let worst;                                                                       
  let judged = 0;
  for (const [place, bucket] of series.buckets.entries()) {
    const own = score(place);
    if (!own || bucket?.value === undefined) continue
    judged++;
    const { value, error = [value, value] } = bucket;
    const isOff = (x        ) => Math.abs(own.zOf(x)) > limit && matters(series, x, own.expected);
    const z = own.z * (matters(series, value, own.expected) ? 1 : 1e-3);
    if (!worst || Math.abs(z) > Math.abs(worst.z)) worst = { place, z, value, score: own };
    if (!isOff(value)) continue
    if (error.every(isOff)) off.push(place);
    else unsure.push(place);
  }
  if (!worst) return undefined
  const { place, value } = worst;
  const p = pValue(Math.abs(worst.score.z));
  const band = [worst.score.at(-limit), worst.score.at(limit)];         
  const expected = `Expected ${valueText(series, worst.score.expected)} at ${at(series, place)}`;
  const found = `found ${valueText(series, value)}`;
  const error = series.buckets[place]?.error;
  const known = {
    measured: {
      value,
      ...(error?.every(Number.isFinite) ? { interval: [...error]                     } : {}),
      method,
      n: judged,
      pValue: p,
      adjustedPValue: Math.min(1, p * judged * sides(series)),
    },
    required: { comparator: 'between'         , value: [...band] },
  };
  if (off.length > 0)
    return {
      ...known,
      status: 'fail',
      reason: `${expected} but ${found}, ${Math.abs(worst.score.z).toFixed(1)} standard deviations off; ${share(series, off.length)} off: ${runsText(series, off)}`,
      hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
      flagged: off,
    }
  if (unsure.length > 0)
    return {
      ...known,
      status: 'inconclusive',
      reason: `${expected} but ${found}, known only to lie between bounds of which one is within the limit, in ${share(series, unsure.length)}: ${runsText(series, unsure)}`,
      hint: 'Put a boundary of the histogram near the limit, so that it can be told',
      flagged: unsure,
    }
  return {
    ...known,
    status: 'pass',
    reason: `${expected} and ${found}${error ? ` (known to lie between ${valueText(series, error[0])} and ${valueText(series, error[1])})` : ''}, the furthest off of ${share(series, judged)} and within the limit`,
  }
}

/** Each bucket against the season that the ones before it had. */
const seasonalZ = defineRule({
  id: 'seasonal-z',
  title: 'Seasonal robust z',
  variant:
    'Distance of each bucket from the median of its season, learnt from the buckets before it day by day, ln(1 + x) of volumes and ln x of latencies, ' +
    'in standard deviations: the larger of the MAD and the 95th percentile of the distances left out (each over its normal value), at least 2 % of what is expected, ' +
    'and of volumes at least √λ, and no further off than a count of that mean and spread is by the negative binomial distribution. Student’s t with as many degrees of freedom as independent values would give, told as the normal distance of the same chance. ' +
    'Off where it exceeds 3.5 and what any of the buckets exceeds with chance alpha (Bonferroni), and the change matters',
  claim: 'no bucket off its season',
  usual: ['volume', 'latency', 'gauge', 'error-rate', 'default-rate'],
  options: strictObject({
    limit: number()
      .gt(0)
      .max(30)
      .default(3.5)
      .meta({ description: 'Standard deviations below which nothing is off' }),
  }),
  inferential: true,
  judge(series, { limit }, alpha) {
    if (series.counted) return undefined
    return offLimits(series, {
      method: 'seasonal-z',
      score: place => series.scores[place],
      limit: Math.max(limit, distanceLimit(series, alpha)),
      pValue: normal.sf,
    })
  },
});

/**
 * Distance of a count from its mean, the normal one of the same chance: of a Poisson count whose mean itself varies by a relative `spread`
 * (gamma, hence negative binomial), half of the count's own chance taken off. Logarithms of small counts are too far off below the mean.
 */
function countDistance(count        , mean        , spread        )         {
  const x = Math.round(count);
  if (!(mean > 0)) return x > 0 ? Number.POSITIVE_INFINITY : 0
  const shape = spread > 1e-4 ? 1 / (spread * spread) : undefined;
  const q = shape === undefined ? 0 : mean / (shape + mean);
  /** P(X ≥ x) and P(X ≤ x). */
  const above = (at        ) => (at <= 0 ? 1 : shape === undefined ? gammainc(at, mean) : betainc(at, shape, q));
  const below = (at        ) =>
    at < 0 ? 0 : shape === undefined ? gammaincc(at + 1, mean) : betainc(shape, at + 1, 1 - q);
  const p = x > mean ? (above(x) + above(x + 1)) / 2 : (below(x) + below(x - 1)) / 2;
  return (x > mean ? 1 : -1) * Math.max(0, normal.isf(Math.min(0.5, p)))
}

/**
 * Standard deviation by several quantiles of the distances, whichever asks for most: the median (the MAD) holds against outliers in half of
 * the values, the 95th percentile sees tails heavier than the normal ones, and still holds against outliers in a twentieth.
 */
function robustScale(left                   , quantiles                    = [0.5, 0.95])         {
  const distances = Float64Array.from(left, Math.abs).sort();
  return Math.max(...quantiles.map(q => quantileOf(distances, q) / normal.isf((1 - q) / 2)))
}

/** On what scale changes are alike: volumes and latencies change by factors. */
                        
                       
                         
 

const LOG1P        = { to: Math.log1p, from: y => Math.max(0, Math.expm1(y)) };
const LOG        = { to: Math.log, from: Math.exp };
const PLAIN        = { to: x => x, from: y => y };
/** Of shares, the scale on which chance has them vary alike: 2 arcsin √p (Bartlett 1947). */
const ARCSINE        = {
  to: p => 2 * Math.asin(Math.sqrt(Math.max(0, Math.min(1, p)))),
  from: y => Math.sin(Math.max(0, Math.min(Math.PI, y)) / 2) ** 2,
};

/** The scale of a series' values. */
const scaleOf = (kind            , values                   , counted = false)        =>
  kind === 'volume'
    ? LOG1P
    : isRate(kind) && counted
      ? ARCSINE
      : kind === 'latency' && values.every(value => value > 0)
        ? LOG
        : PLAIN;

const DAY = 86_400_000;
/** Seasons that a decomposition needs: of two, the robust one follows every value. */
const SEASONS = 3;
/** Largest share of buckets that may be filled in. */
const GAPS = 0.05;
/** Values from which fits are made at a tenth of their window's places only. */
const LONG = 3000;

/** What is left of each judged bucket once trend and season are taken off. */
const stlResiduals = defineRule({
  id: 'stl-residuals',
  title: 'STL residuals',
  variant:
    'Residuals of a robust STL decomposition of the whole series (Cleveland et al. 1990, seasonal window 7), in standard deviations: the largest of the MAD, the 95th and the 99th percentile of all residuals, each over its normal value, of ln(1 + x) of volumes, ln x of latencies, 2 arcsin √p of counted rates weighted by √n. ' +
    'Period: a week where there are three, else a day. Gaps of at most 5 % are filled with the median of their place in the period. Off where it exceeds 3.5 and what any of the buckets exceeds with chance alpha (Bonferroni), and the change matters',
  claim: 'no bucket off trend and season',
  usual: [],
  options: strictObject({
    period: int().min(2).max(10_000).optional().meta({ description: 'Buckets in one season' }),
    seasonal: int()
      .min(3)
      .max(999)
      .default(7)
      .meta({ description: 'Window of the seasonal smoother, in seasons; odd' }),
    limit: number()
      .gt(0)
      .max(30)
      .default(3.5)
      .meta({ description: 'Standard deviations below which nothing is off' }),
  }),
  inferential: true,
  judge(series, { period: asked, seasonal, limit }, alpha) {
    const { buckets, every } = series;
    if (series.judged === 0) return undefined
    const [day, week] = [Math.round(DAY / every), Math.round((7 * DAY) / every)];
    const period = asked ?? (buckets.length >= SEASONS * week || day < 2 ? week : day);
    const given = buckets.map((bucket, place) => (series.isYoung(place) ? undefined : bucket?.value));
    const scale = scaleOf(
      series.settings.kind,
      given.filter(value => value !== undefined),
      series.counted,
    );
    const values = given.map(value => (value === undefined ? undefined : scale.to(value)));
    const length = values.findLastIndex(value => value !== undefined) + 1;
    const missing = values.slice(0, length).filter(value => value === undefined).length;
    if (period < 2 || length < SEASONS * period)
      return {
        status: 'inconclusive',
        measured: { value: length, unit: 'buckets', method: 'stl-residuals' },
        required: { comparator: '>=', value: SEASONS * Math.max(2, period), unit: 'buckets' },
        reason: `Expected at least ${SEASONS} full periods of ${Math.max(2, period)} buckets but found ${grouped(length)} buckets`,
        hint: "Give a longer log, or a shorter 'period'",
      }
    if (missing > GAPS * length)
      return {
        status: 'inconclusive',
        measured: { value: missing, unit: 'buckets', method: 'stl-residuals', n: length },
        required: { comparator: '<=', value: Math.floor(GAPS * length), unit: 'buckets' },
        reason: `Expected a series without large gaps but found ${grouped(missing)} of ${grouped(length)} buckets without a value`,
        hint: 'Find out why they are missing',
      }
    const ofPlace = Array.from({ length: period }, (_, phase) =>
      medianOf(
        values
          .slice(0, length)
          .flatMap((value, place) => (value !== undefined && place % period === phase ? [value] : [])),
      ),
    );
    const known = values.slice(0, length).map((value, place) => value ?? ofPlace[place % period] ?? 0);
    const { residual } = stl(known, {
      period,
      seasonal: seasonal % 2 === 0 ? seasonal + 1 : seasonal,
      robust: true,
      jump: length > LONG ? Math.ceil(period / 10) : 1,
    });
    // Chance has a share vary by its requests.
    const weight = (place        ) => (series.counted ? Math.sqrt(Math.max(1, buckets[place]?.traffic ?? 1)) : 1);
    // Robust fits follow most values closely and leave the far ones alone: the middle of the residuals is too small a measure.
    const spread = Math.max(
      robustScale(
        [...residual].map((left, place) => left * weight(place)),
        [0.5, 0.95, 0.99],
      ),
      Number.MIN_VALUE,
    );
    return offLimits(series, {
      method: 'stl-residuals',
      limit: Math.max(limit, distanceLimit(series, alpha)),
      pValue: normal.sf,
      score(place) {
        const value = known[place];
        if (!series.scores[place] || value === undefined) return undefined
        const centre = value - (residual[place] ?? 0);
        const own = spread / weight(place);
        const expected = scale.from(centre);
        const zOf = (x        ) => {
          const distance = (scale.to(x) - centre) / own;
          if (series.settings.kind !== 'volume') return distance
          const relative = Math.sqrt(Math.max(0, own * own - 1 / (1 + expected)));
          return Math.sign(distance) * Math.min(Math.abs(distance), Math.abs(countDistance(x, expected, relative)))
        };
        return {
          expected,
          z: zOf(scale.from(value)),
          zOf,
          at: distance => scale.from(centre + distance * own),
        }
      },
    })
  },
});

var anomalies = /*#__PURE__*/Object.freeze({
  __proto__: null,
  cusum: cusum,
  ewma: ewma,
  generalisedEsd: generalisedEsd,
  labelMaturity: labelMaturity,
  latencyQuantiles: latencyQuantiles,
  minimumTraffic: minimumTraffic,
  missingBuckets: missingBuckets,
  pageHinkley: pageHinkley,
  rate: rate,
  seasonalZ: seasonalZ,
  stlResiduals: stlResiduals
});

const RULES                     = Object.values(anomalies);

/** Rules by their ids: options for one, true to have one that is not usual, false to go without. */
const RuleSettings = strictObject(
    Object.fromEntries(
      RULES.map(({ id, title, options }) => [
        id,
        union([boolean(), options], { error: 'true, false, or a map of its options' })
          .optional()
          .meta({ description: title }),
      ]),
    ),
  )
  .prefault({})
  .meta({ description: 'Rules to add, to leave out, or to give options' });

const path = (description        ) => string().min(1).max(4096).meta({ description, path: true });
const column$1 = (description        ) => string().min(1).max(1000).meta({ description });
const variable = (description        ) =>
  string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description });
const query = (description        ) => string().min(1).max(10_000).meta({ description });

/** Where a Prometheus server is asked. No secret stands here: only the names of environment variables that hold one. */
const PrometheusSource = strictObject({
  url: url$1({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description: 'Address of the server, or of what speaks its HTTP API' }),
  query: query('PromQL of one series: one value per bucket. Of a rate: the events'),
  traffic: query(
    'PromQL of the requests in each bucket: what a rate is of, and what the minimum traffic is held against',
  ).optional(),
  quantile: number().gt(0).lt(1).optional().meta({
    description:
      'The query gives counts by le, such as sum by (le) (increase(x_bucket[1h])): judge this quantile of them',
  }),
  range: Duration.default('28d').meta({ description: 'How far back the series goes' }),
  until: datetime({ offset: true }).optional().meta({ description: 'Time at which it ends; now unless given' }),
  'username-env': variable('Environment variable that holds the user name').optional(),
  'password-env': variable('Environment variable that holds the password').optional(),
  'token-env': variable('Environment variable that holds a bearer token').optional(),
  tenant: string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ca: path('Certificate authority of the server, PEM').optional(),
});
                                                                

const Exception = strictObject({
    from: datetime({ offset: true }).meta({ description: 'Begin, inclusive' }),
    until: datetime({ offset: true }).meta({ description: 'End, exclusive' }),
    why: string().min(1).max(500).meta({ description: 'Reason, as the evidence tells it' }),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    error: 'a stretch whose end is after its begin',
  });

/** One operational series: where it comes from, what it is, and by which rules it is judged. */
const Series = strictObject({
    name: string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'a name of letters, digits, dots, dashes and underscores')
      .meta({ description: 'Name, as checks have it' }),
    kind: SeriesKind.meta({ description: 'What the series is of' }),
    log: path('A log: CSV, JSON Lines or Parquet').optional(),
    prometheus: PrometheusSource.optional().meta({ description: 'A range query instead of a log' }),
    time: column$1("Column that holds a row's time: ISO 8601, or seconds or milliseconds since 1970").default(
      'timestamp',
    ),
    count: column$1('Column that holds how many requests a row stands for; each row is one unless given').optional(),
    events: column$1(
      'Of a rate: column that holds the events among them: a count, or 0 and 1, or true and false',
    ).optional(),
    value: column$1('Column that holds the value: a latency, a gauge, or a rate that is already one').optional(),
    quantile: number().gt(0).lt(1).default(0.95).meta({ description: 'Of latencies: the quantile that is judged' }),
    every: Duration.default('1h').meta({ description: 'Length of a bucket' }),
    baseline: Duration.default('14d').meta({
      description: 'What is at least known before anything is judged: everything after it is, unless judge is given',
    }),
    judge: Duration.optional().meta({ description: 'Judge only so much at the end, such as 7d' }),
    season: _enum(['auto', 'none', 'day', 'week', 'month']).default('auto').meta({
      description: 'What repeats: the hours of a day, of a week, the days of a month; auto takes what predicts best',
    }),
    direction: _enum(['both', 'up', 'down']).optional().meta({
      description: 'Which way is harmful: up for latencies and rates, both otherwise, unless given',
    }),
    'min-change': number().min(0).max(100).optional().meta({
      description:
        'Smallest change from what is expected that matters, as a share of it: 0.1, or 0.25 of a rate, unless given',
    }),
    'min-absolute-change': number().min(0).default(0).meta({
      description: 'Smallest change that matters, in the unit of the series',
    }),
    'min-traffic': int().min(0).default(30).meta({
      description: 'Requests below which the rate or the latency of a bucket says nothing, where requests are counted',
    }),
    'max-missing': number().min(0).max(1).default(0.01).meta({
      description: 'Largest share of judged buckets that may be missing',
    }),
    maturity: Duration.optional().meta({
      description: 'Of a default rate: age at which the outcome of a cohort is known; younger ones are not counted',
    }),
    disorder: Duration.optional().meta({
      description:
        'How far a row may stand before its time; one bucket, and not at all where rows are buckets, unless given',
    }),
    except: array(Exception).max(1000).default([]).meta({
      description: 'Stretches that are neither judged nor learnt from, such as planned maintenance',
    }),
    rules: RuleSettings,
  })
  .superRefine((series, context) => {
    const fault = (key                                         , message        ) =>
      context.addIssue({ code: 'custom', path: [key], message, input: series[key] });
    if ((series.log === undefined) === (series.prometheus === undefined))
      fault(
        'log',
        series.log === undefined
          ? "the path of a log, unless 'prometheus' is given,"
          : "left out where 'prometheus' is given,",
      );
    if (series.log !== undefined) {
      if ((series.kind === 'latency' || series.kind === 'gauge') && series.value === undefined)
        fault('value', 'the name of a column');
      if (
        (series.kind === 'error-rate' || series.kind === 'default-rate') &&
        (series.events === undefined) === (series.value === undefined)
      )
        fault('events', `the name of a column, or 'value' instead`);
    }
    if ((series.maturity !== undefined) !== (series.kind === 'default-rate'))
      fault(
        'maturity',
        series.maturity ? 'given for a default-rate only' : 'given for a default-rate: a length of time such as 90d',
      );
  });
                                            

/** The series of the settings, each name once. */
const SeriesList = array(Series)
  .min(1)
  .max(100)
  .superRefine((list, context) => {
    const names = new Set        ();
    for (const [i, { name }] of list.entries()) {
      if (names.has(name))
        context.addIssue({ code: 'custom', path: [i, 'name'], message: 'a name of its own', input: name });
      names.add(name);
    }
  });

/** Metrics that reference and current are compared by. */
const PERFORMANCE_METRIC_IDS = ['auc', 'accuracy', 'precision', 'recall', 'f1', 'brier', 'log-loss'];

const drop = number().gt(0);

/** Predictions that drift-compare holds against each other; what their columns mean stands under `certify`. */
const DriftPredictions = strictObject({
  reference: path$1('Predictions with labels from when the model was good, such as those of its hold-out: a CSV file'),
  current: path$1('Predictions of production, with labels or without: a CSV file'),
  labels: _enum(['auto', 'required', 'none']).default('auto').meta({
    description:
      'Whether the current file has labels: as its header says, or by all means, or none; without them performance is estimated (CBPE)',
  }),
  metrics: array(_enum(PERFORMANCE_METRIC_IDS))
    .min(1)
    .default(['auc', 'accuracy'])
    .meta({ description: 'Metrics that may stop the gate; the others are reported' }),
  slices: array(string().min(1)).min(1).optional().meta({
    description: 'Columns of both files whose every value is judged by the same metrics, from 30 rows on',
  }),
  'max-performance-drop': drop.lt(1).default(0.05).meta({
    description: 'Largest harmless loss of a metric, absolute: a fall, or of brier and log-loss a rise',
  }),
  'max-drops': partialRecord(_enum(PERFORMANCE_METRIC_IDS), drop)
    .default({})
    .meta({ description: 'The same by metric: { recall: 0.1 }' }),
  'max-decision-change': number().gt(0).lt(1).default(0.1).meta({
    description: 'Largest harmless change of the share of rows whose score reaches the threshold, up or down',
  }),
});

/** A table on an engine. */
const EngineTable = strictObject({
    engine: _enum(ENGINES).meta({ description: 'What holds the table' }),
    url: string()
      .min(1)
      .max(2048)
      .regex(/^[^?#\s]+$/, { error: 'an address or a path without ? and #' })
      .meta({
        description: 'Address of the server, or the file of a DuckDB database',
      }),
    table: string()
      .min(1)
      .max(1000)
      .meta({ description: 'The table, with its catalog and schema: hive.risk.credit' }),
    key: string().min(1).max(1000).optional().meta({
      description:
        'A column of whole numbers, no two alike, none missing: by it rows are drawn, put in order and pointed at',
    }),
    snapshot: union([string().min(1).max(200), int().nonnegative().transform(String)], {
        error: 'the id of a snapshot, in quotes where it has more than 15 digits; a version, a branch or a tag',
      })
      .optional()
      .meta({
        description:
          'The state of the table to measure: the id of a snapshot, in quotes; a version; a branch or a tag. The current one where nothing is said',
      }),
    'as-of': string()
      .refine(isTime, { error: 'a time with its zone, such as 2026-01-31T00:00:00Z' })
      .optional()
      .meta({ description: 'Or the state the table was in at this time: 2026-01-31T00:00:00Z' }),
    partition: string().min(1).max(1000).optional().meta({
      description:
        'A column by whose values the table is measured part by part, each once as long as it stays as it is',
    }),
    states: string()
      .min(1)
      .max(4096)
      .optional()
      .meta({ description: 'The file that keeps what was measured of the partitions, from run to run' }),
    limits: strictObject({
        rows: int().positive().optional().meta({ description: 'Rows to be read, as the engine estimates them' }),
        bytes: int().positive().optional().meta({ description: 'Bytes to be read, as the engine estimates them' }),
      })
      .optional()
      .meta({
        description: 'A table that the engine estimates to be larger is not measured: its checks are inconclusive',
      }),
  })
  .refine(({ snapshot, 'as-of': asOf }) => snapshot === undefined || asOf === undefined, {
    error: 'snapshot or as-of, not both',
  })
  .refine(({ partition, states }) => (partition === undefined) === (states === undefined), {
    error: 'partition together with states, the file that keeps what was measured of it',
  })
  .transform(({ 'as-of': asOf, limits: { rows: maxRows, bytes: maxBytes } = {}, ...table }) =>
    engineAddress({ ...table, asOf, maxRows, maxBytes }),
  );

/** A table: a file by its path or address, or a table on an engine, which becomes an address of its own. */
const table = (description        ) =>
  union(
      [
        EngineTable,
        string()
          .min(1)
          .max(4096)
          .refine(text => !isEngineAddress(text) || readEngineAddress(text) !== undefined, {
            error: 'of the form engine:url?table=name&key=column',
          })
          .meta({ description, path: true }),
      ],
      { error: wanted },
    )
    .meta({ description });

/** What is expected: of what reads like a table, what is wrong with it. */
function wanted({
  input,
  errors,
}   
                          
                                                                                                               
 )         {
  const [issue] = errors?.[0] ?? [];
  const isTable = typeof input === 'object' && input !== null && 'engine' in input && 'url' in input && 'table' in input;
  if (!isTable || !issue || issue.path[0] === 'engine')
    return 'a path, or a table on an engine: { engine, url, table, key }'
  return [...issue.path.map(String), issue.message].join(': ')
}

/** The section `drift`: what drift-compare reads and requires. */
const Drift = strictObject({
  reference: table(
    'The table the model was built on: a CSV, JSON Lines or Parquet file, or a table on an engine',
  ).optional(),
  current: table('The table to compare with it: a CSV, JSON Lines or Parquet file, or a table on an engine').optional(),
  columns: array(string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Columns to compare; all the two tables share unless given' }),
  ignore: array(string().min(1)).optional().meta({ description: 'Columns to leave out, such as identifiers' }),
  profile: _enum(['proofmark', 'evidently', 'nannyml', 'tfdv']).default('proofmark').meta({
    description: "Whose rules decide: proofmark, or another tool's with its defaults: evidently, nannyml, tfdv",
  }),
  alpha: number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .meta({ description: 'Chance of any false alarm over all columns together (Holm)' }),
  'max-effect': number().gt(0).max(1).default(0.1).meta({
    description:
      'Largest harmless change of a distribution, for methods without a limit of their own, such as kolmogorov-smirnov and total-variation',
  }),
  methods: record(string().min(1), _enum(METHOD_IDS)).default({}).meta({
    description:
      'Method that decides on the distribution, by column, or by kind of column: numeric, categorical, boolean, datetime, text, embedding; rows: of all columns together',
  }),
  embeddings: record(string().min(1), array(string().min(1)).min(1))
    .default({})
    .meta({
      description: 'Columns of numbers that are one vector, by a name for it: compared together, not one by one',
    }),
  limits: record(string().min(1), number().gt(0)).default({}).meta({
    description:
      'Largest harmless effect, by column or by method, on the scale of the method; max-effect or that of the method unless given',
  }),
  calibrate: boolean().default(false).meta({
    description:
      'true: raise the limit of a column whose reference differs from itself by more, chunk by chunk of as many rows as the current table',
  }),
  critical: array(string().min(1)).min(1).optional().meta({
    description: 'Columns that stop the gate where they have drifted; all without a weight unless given',
  }),
  weights: record(string().min(1), number().min(0)).optional().meta({
    description: 'Importance of columns that do not stop the gate by themselves, but together',
  }),
  'max-drifted-weight': number().min(0).lt(1).default(0.2).meta({
    description: 'Largest share of all weights that columns which drifted may hold',
  }),
  'on-inconclusive': _enum(['block', 'warn']).default('block').meta({
    description: 'What a column that is undecided for want of rows does: block, or warn and let it pass',
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
  predictions: DriftPredictions.optional().meta({
    description: 'Predictions to compare: scores, decisions, and performance with labels or without',
  }),
  results: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Reports of another tool to take over: the JSON files that Evidently writes' }),
  'result-thresholds': record(string().min(1), ResultThreshold).default({}).meta({
    description: 'Thresholds in place of those in the results, by check, column or method: { psi: 0.2 }',
  }),
  series: SeriesList.optional().meta({
    description: 'Operational series of production: volume, rates, latencies, from logs or Prometheus',
  }),
});

/** What data-validate asks of the data that DVC tracks. */
const Dvc = strictObject({
  remote: string().min(1).max(200).optional().meta({
    description: "DVC remote in which everything that pointers name must be: its name, or 'default'",
  }),
  content: boolean().default(false).meta({
    description: 'true: read every byte in the remote and hold it against its md5, not only look whether it is there',
  }),
  workspace: boolean().default(false).meta({
    description: 'true: every tracked file of the workspace must be there, and be what its pointer names',
  }),
  all: boolean().default(false).meta({
    description: 'true: in a pull request everything is asked for, not only what it changes',
  }),
});

/** Branch that a log is kept in unless told otherwise. */
const DEFAULT_LOG_BRANCH = 'proofmark-log';

/** The log that certificates and whatever happens to them are entered in: where it is, and the keys to it. */
const RecordLog = strictObject({
  repository: string()
    .regex(/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/, 'owner/name')
    .optional()
    .meta({ description: 'Repository on GitHub that keeps the log, as owner/name. Default: the one of the run' }),
  remote: string()
    .min(1)
    .max(4096)
    .optional()
    .meta({ description: 'Any other git repository that keeps it, instead: an address, or a folder' }),
  branch: string().min(1).max(200).default(DEFAULT_LOG_BRANCH).meta({ description: 'Its branch' }),
  origin: string().min(1).max(255).optional().meta({
    description: 'What the log is called in its checkpoints. Default: host/owner/name/branch, or as its key is called',
  }),
  'verifier-key': string()
    .min(1)
    .max(1024)
    .optional()
    .meta({ description: 'Public key of the log, in one line, as `proofmark log init` prints it' }),
  key: path$1('File with the private key of the log; else the text in PROOFMARK_LOG_KEY is taken').optional(),
  'last-seen': path$1('File that remembers the newest checkpoint that was seen of the log').default(
    '.proofmark-last-seen',
  ),
});

const url = (description        ) =>
  url$1({ protocol: /^https?$/ })
    .max(2048)
    .meta({ description });

/** How a running workflow signs without a key of its own. */
const KeylessSettings = strictObject({
  instance: _enum(['github', 'public']).default('github').meta({
    description:
      "github: GitHub's own certificate authority, which publishes nothing. public: Sigstore's, which publishes repository, workflow and ref for good",
  }),
  'fulcio-url': url("Another certificate authority (Fulcio) than the instance's").optional(),
  'rekor-url': url("Another transparency log (Rekor) than the instance's; github has none").optional(),
  'rekor-api': literal([1, 2]).default(1).meta({ description: 'Version of its API: 1 or 2' }),
  audience: string().min(1).max(255).default('sigstore').meta({ description: 'Whom the identity token is for' }),
  'may-publish': boolean().default(false).meta({
    description: "true: the name of a private repository may appear in Sigstore's public logs",
  }),
});
                                                             

/** What is encrypted of a certification, and who can read it. */
const Encrypt = strictObject({
  recipients: array(string().min(1).max(4096)).min(1).max(20).meta({
    description: 'At least two who can each read it: age1…, the path of a file of such lines, the URI of a key service',
  }),
  evidence: union([literal('confidential'), array(_enum(GATES)).min(1)], {
      error: `Expected to be confidential, or a list of ${GATES.join(', ')}`,
    })
    .default('confidential')
    .meta({
      description:
        'Whose evidence: confidential: of the gates that name a column which the contract classifies; or a list of gates',
    }),
});

/** How a certificate is signed and kept. */
const Record = strictObject({
  key: string().min(1).max(4096).optional().meta({
    description:
      'What signs: the path of a private key (P-256 or Ed25519, PEM; make one with `proofmark keygen`), the address of a key such as awskms:///alias/proofmark, or keyless',
  }),
  'timestamp-authority': url(
    'A time-stamp authority (RFC 3161) that says when it was signed; it sees a hash of the signature, nothing else',
  ).optional(),
  keyless: KeylessSettings.prefault({}).meta({ description: 'Where a certificate comes from when key is keyless' }),
  release: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Tag of a GitHub release to publish the certificate and its evidence in' }),
  supersedes: path$1('Certificate of this model that the new one replaces').optional(),
  encrypt: Encrypt.optional().meta({
    description: 'Evidence that is published encrypted only (age v1), as evidence.tar.age',
  }),
  attestations: boolean().default(false).meta({
    description:
      "true: put certificates in GitHub's attestation store too; private repositories need Enterprise Cloud for that",
  }),
  receipts: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Receipts of approvals (`proofmark approve`): files, folders or * globs' }),
  log: RecordLog.optional().meta({ description: 'The log of certificates and of what happens to them' }),
});

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
  card: Card.optional().meta({
    description: 'What only people can say of the model: makes a model card of it and what is measured',
  }),
});

const Data = strictObject({
  files: array(table('A CSV, JSON Lines or Parquet file, or a table on an engine'))
    .min(1)
    .optional()
    .meta({ description: 'Tables to validate: CSV, JSON Lines or Parquet files, or tables on an engine' }),
  contract: path$1('What the data must look like: an ODCS v3.1 YAML file').optional(),
  shard: string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .refine(text => Number(text.split('/')[0]) <= Number(text.split('/')[1]), {
      error: 'a part of as many, such as 2/4',
    })
    .optional()
    .meta({ description: 'Measure a part of the rows only, e.g. 2/4, and write what was measured for merge' }),
  results: paths('Results of another tool to take over: JSON files of Great Expectations, dbt or Deequ').optional(),
  'result-thresholds': record(string().min(1), ResultThreshold).default({}).meta({
    description: "Thresholds in place of those in the results, by check or column: { Completeness.age: '>= 0.95' }",
  }),
  merge: paths('Join what all shards have measured, and judge it: the files they wrote').optional(),
  dialects: record(string().min(1), Dialect).optional().meta({
    description: 'CSV files not written as RFC 4180 has it, by path or pattern: delimiter, quote, decimal, encoding …',
  }),
  dvc: Dvc.optional().meta({ description: 'Where the data that DVC tracks must be' }),
});

/** A command of the user's that scores the hold-out. */
const Predict = strictObject({
  command: tuple([string().min(1)], string()).meta({
    description:
      "The program and its arguments, e.g. [python, predict.py]; no shell reads it. It writes the file 'predictions'",
  }),
  folder: path$1('Where it works').default('.'),
  'max-seconds': int().min(1).max(86_400).default(600).meta({
    description: 'Seconds after which it is ended, and all that it has started',
  }),
  environment: array(string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
    .default([])
    .meta({ description: 'Variables of the environment that it is told, besides PATH, HOME and the like' }),
  inputs: paths('What it reads, such as the hold-out and its own code: their digests stand in the evidence').optional(),
});

/** A model that is asked here. */
const Onnx = strictObject({
  model: path$1('The model, an ONNX file'),
  data: path$1('The hold-out: a table with the ids, the truth and the features'),
  features: array(string().min(1)).min(1).optional().meta({
    description: "Columns that make the model's one matrix, in its order; an input for each column goes by name",
  }),
  output: string().min(1).optional().meta({
    description: 'Name of the output that holds the predictions; needed where several hold numbers',
  }),
  columns: record(string().min(1), int().nonnegative()).meta({
    description: 'Columns to write, and where in a row of the output each stands, from 0: { p_bad: 0 }',
  }),
});

/** How often a hold-out may be used. */
const Looks = strictObject({
  most: int().min(1).max(10_000).default(20).meta({ description: 'Models that may be judged on the same rows' }),
  earlier: paths('Evidence of earlier runs, or certificates: what was judged before').optional(),
  spend: boolean().default(false).meta({
    description: 'true: every interval is as wide as its share of that many looks asks for (Bonferroni)',
  }),
});

/** What a model is held against besides the champion, so that small losses do not add up unseen. */
const Anchor = strictObject({
  certificates: paths('Certificates of this model so far: the oldest that is still valid counts'),
  key: path$1('Public key (PEM) that signed them'),
  predictions: path$1(
    'Predictions of the model of that certificate, on the same rows; their digest must be the certified one',
  ),
  budget: number().min(1).max(100).default(2).meta({
    description: 'How many times the margin of a claim on the champion may be lost since then',
  }),
});

const Certify = strictObject({
  predictions: path$1('Row-level predictions of the model on the hold-out: a CSV file').optional(),
  champion: path$1('Row-level predictions of the model in production, on the same rows: a CSV file').optional(),
  onnx: Onnx.optional().meta({
    description: "An ONNX model that is asked here, and whose answers are written as 'predictions'",
  }),
  task: _enum(TASK_IDS).default('binary').meta({ description: 'Kind of prediction' }),
  predict: Predict.optional().meta({ description: 'A command that makes the predictions before they are read' }),
  id: column('Column that identifies a row in both prediction files').default('id'),
  label: column(
    'Column that holds the truth: a class, a number, how relevant a result is, the answer expected',
  ).default('label'),
  score: column(
    'Column that holds the probability of the positive class, what results are ranked by, the grade of an answer',
  ).default('score'),
  positive: string().default('1').meta({ description: 'Value of the label column that is the positive class' }),
  weight: column('Column that holds how much a row counts; every row once unless given').optional(),
  cluster: column(
    'Column of what rows belong together by, such as the customer; every row apart unless given',
  ).optional(),
  threshold: number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'A row counts as predicted positive where its score is at least this' }),
  ...CERTIFY_BY_TASK,
  level: number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta({ description: 'Two-sided confidence level of every interval' }),
  anchor: Anchor.optional().meta({
    description: 'Holds every claim on the champion against the oldest valid certificate, too',
  }),
  looks: Looks.optional().meta({ description: 'Counts the models that were judged on this hold-out' }),
  claims: array(string().min(1))
    .optional()
    .meta({ description: 'What must hold, e.g. "auc >= 0.80" or "auc no worse than champion by 0.01"' }),
  ...CERTIFY_BEHAVIOUR,
});

const Security = strictObject({
  paths: paths('Files and folders to scan besides the model files').optional(),
  vulnerabilities: union([_enum(['off', 'api']), path$1("OSV's all.zip, or a folder of them")], {
      error: "Expected to be off, api, or the path of OSV's all.zip",
    })
    .default('off')
    .meta({
      description:
        "Where known vulnerabilities are looked up: off, api (sends names and versions to osv-url), or the path of OSV's all.zip",
    }),
  'osv-url': url$1({ protocol: /^https?$/ })
    .default('https://api.osv.dev')
    .meta({ description: 'Address of the OSV server that vulnerabilities: api asks' }),
  secrets: strictObject({
      baseline: path$1(
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

/** proofmark.yml. Every section can also be given by the inputs of the action, or the flags of the command, it belongs to. */
const Settings = strictObject({
    model: Model.prefault({}).meta({ description: 'The model under certification' }),
    data: Data.prefault({}).meta({ description: 'What data-validate reads' }),
    certify: Certify.prefault({}).meta({ description: 'What model-certify reads and requires' }),
    drift: Drift.prefault({}).meta({ description: 'What drift-compare reads and requires' }),
    security: Security.prefault({}).meta({ description: 'What security-scan reads' }),
    record: Record.prefault({}).meta({ description: 'How the certificate is signed and kept' }),
    connections: Connections.prefault({}).meta({ description: 'Systems outside that are told of every decision' }),
    controls: ControlSettings.prefault({}).meta({
      description: 'Controls of standards and law that evidence is held against, for `proofmark controls`',
    }),
    policy: Policy.prefault({}).meta({ description: 'What must hold for a certificate' }),
  })
  .meta({ title: 'Proofmark settings', description: 'proofmark.yml: what Proofmark checks, and what must hold' });

/** The settings of one run: the file's, with the command's inputs laid over them. */
function readSettings(source                )           {
  const file = source.file && readYaml(source.file.name, source.file.text);
  const document = file
    ? overlay(file, source)
    : overlay({ name: 'the settings', value: {}, place: () => ({ text: 'the settings' }) }, source);
  const settings = validate(Settings, document, 'settings.invalid');
  refuseBesideFrom(document);
  return settings
}

function overlay(file          , source                )           {
  const given = inputsOf(source.command).filter(input =>
    source.inputs.get(input.name)?.some(text => text.trim() !== ''),
  );
  if (given.length === 0) return { ...file, value: file.value ?? {} }
  let value          = file.value;
  for (const input of given) {
    const path = input.setting.split('.');
    const said = fromText(schemaAt(Settings, path), source.inputs.get(input.name) ?? [], source.rebase);
    value = withValue(value, path, said);
  }
  const origin = new Map(given.map(input => [input.setting          , { text: source.nameInput(input) }]));
  const placeOf = (path                        ) =>
    [2, 3].map(length => origin.get(path.slice(0, length).join('.'))).find(place => place !== undefined);
  return { name: file.name, value, place: path => placeOf(path) ?? file.place(path) }
}

/** The value with another one at a path of keys, what is no map on the way replaced. */
function withValue(value         , [key, ...rest]                   , said         )          {
  if (key === undefined) return said
  const before = isMap(value) ? value : {};
  return { ...before, [key]: withValue(before[key], rest, said) }
}

const isMap = (value         )                                   =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const CHUNK = 8192;

/** Bytes as standard base64 with padding (RFC 4648 section 4). */
function encodeBase64(bytes            )         {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary)
}

/** The bytes of standard base64 in its one canonical spelling; undefined for any other text. */
function decodeBase64(text        )                         {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const binary = atob(text);
  return btoa(binary) === text ? Uint8Array.from(binary, character => character.charCodeAt(0)) : undefined
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf8 = (text        )             => ENCODER.encode(text);

/** Strict UTF-8, a byte order mark kept as what it is; undefined where it is none. */
function fromUtf8(bytes            )                     {
  try {
    return DECODER.decode(bytes)
  } catch {
    return undefined
  }
}

function concat(...parts                       )             {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined
}

function sameBytes(a            , b            )          {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower case. */
function hex(bytes            )         {
  let text = '';
  for (const byte of bytes) text += DIGITS[byte];
  return text
}

/** Largest note that is read, in characters. */
const MAX_NOTE_LENGTH = 64 * 1024;

/** Most signatures that are read on a note. */
const MAX_NOTE_SIGNATURES = 100;

/** One line of signature, by the name and the id of its key. */
                                
                       
                                 
                        
                                
 

/** A signed note (https://c2sp.org/signed-note): a text that ends in a newline, and signatures, none of them checked yet. */
                       
                       
                                               
 

/** Whether a key may be called so. */
const isKeyName = (name        )          => /^[^\s+\p{Zs}\u0000-\u001f\u0085]+$/u.test(name);

/** Reads a note strictly; a text is what is wrong with it. */
function readNote(content        )                {
  if (content.length > MAX_NOTE_LENGTH) return `Expected a note of at most ${MAX_NOTE_LENGTH} characters but found more`
  if (/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(content)) return 'Expected a note but found control characters'
  const split = content.lastIndexOf('\n\n');
  const lines = content.slice(split + 2).split('\n');
  if (split <= 0 || lines.pop() !== '' || lines.length === 0)
    return 'Expected a text, a blank line and signatures but found no signatures'
  if (lines.length > MAX_NOTE_SIGNATURES)
    return `Expected at most ${MAX_NOTE_SIGNATURES} signatures but found ${lines.length}`
  const signatures                  = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = decodeBase64(encoded);
    if (!isKeyName(name) || bytes === undefined || bytes.length < 5)
      return 'Expected lines of signature on a note but found another'
    signatures.push({ name, keyId: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) });
  }
  return { text: content.slice(0, split + 1), signatures }
}

/** The note as it is kept. */
const writeNote = ({ text, signatures }      )         =>
  `${text}\n${signatures
    .map(
      ({ name, keyId, signature }) =>
        `— ${name} ${encodeBase64(
          concat(
            Uint8Array.from([0, 2, 4, 6], at => Number.parseInt(keyId.slice(at, at + 2), 16)),
            signature,
          ),
        )}\n`,
    )
    .join('')}`;

/** What a log is called unless told otherwise: `github.com/acme/governance/proofmark-log`, after where it is kept. Nothing is fetched from it. */
function logOrigin(
  place                                                                                               ,
  server = 'https://github.com',
)         {
  const origin = `${'repository' in place ? `${withoutScheme(server)}/${place.repository}` : ofRemote(place.remote)}/${place.branch}`;
  if (isKeyName(origin) && origin.length <= 255) return origin
  throw new UserError('log.origin', `Expected a name for the log without spaces and + but found '${origin}'`, {
    hint: 'Name it by record.log.origin, e.g. models.acme.example/log',
  })
}

const withoutScheme = (address        ) => address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '');

/** Host and path of an address, whoever may be named in it left out; of a folder its last name. */
function ofRemote(remote        )         {
  const path = remote.replace(/\/+$/, '').replace(/\.git$/, '');
  const [, host, below] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(path) ?? /^(?:[^@/\s]+@)([^:/]+):(.+)$/.exec(path) ?? [];
  return host === undefined || below === undefined
    ? `local/${path.slice(path.lastIndexOf('/') + 1)}`
    : `${host}/${below}`
}

/** What a key signs: 1 notes (a log its checkpoints), 4 cosignatures with their time (a witness). */
                               

const ED25519_BYTES = 32;

/** A key that signatures on notes are checked with. */
                               
                       
                            
                                 
                        
                           
                                
 

/** A key that signs notes; `seed` is its secret, 32 bytes. */
                                                  
                           
 

/** The key with the id that its name, type and bytes give it: SHA-256(name ‖ newline ‖ type ‖ key), the first four bytes. */
function noteVerifier(name        , type             , publicKey            , hash      )               {
  const keyId = hex(hash(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4));
  return { name, type, keyId, publicKey }
}

/** A verifier key in one line, `name+id+key`, as C2SP signed-note writes it. */
const writeVerifierKey = ({ name, type, keyId, publicKey }              )         =>
  `${name}+${keyId}+${encodeBase64(concat(Uint8Array.of(type), publicKey))}`;

/** A signer key in one line. Secret. */
const writeSignerKey = ({ name, type, keyId, seed }            )         =>
  `PRIVATE+KEY+${name}+${keyId}+${encodeBase64(concat(Uint8Array.of(type), seed))}`;

/** Reads a verifier key of a type; undefined for any other text. */
function readVerifierKey(text        , type             , hash      )                           {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const publicKey = keyBytes(encoded, type);
  if (!isKeyName(name) || publicKey === undefined) return undefined
  const verifier = noteVerifier(name, type, publicKey, hash);
  return verifier.keyId === keyId ? verifier : undefined
}

/** Reads a signer key of a type; undefined for any other text, which is never quoted. */
function readSignerKey(
  text        ,
  type             ,
  hash      ,
  publicKeyOf                                  ,
)                         {
  const [, name = '', keyId, encoded = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const seed = keyBytes(encoded, type);
  if (!isKeyName(name) || seed === undefined) return undefined
  const signer = { ...noteVerifier(name, type, publicKeyOf(seed), hash), seed };
  return signer.keyId === keyId ? signer : undefined
}

function keyBytes(encoded        , type             )                         {
  const bytes = decodeBase64(encoded);
  return bytes?.length === ED25519_BYTES + 1 && bytes[0] === type ? bytes.subarray(1) : undefined
}

/** A trusted log with its keys read. */
                           
                         
                            
                                             
                                             
                         
                                           
 

/** Reads the keys of a trusted log. Refuses what could never hold, and a quorum that one key could fill under two names. */
function logTrust(trusted            , hash      )           {
  const key = readVerifierKey(trusted.key, 1, hash);
  if (key === undefined)
    throw wrong(`the verifier key of a log, \`name+id+key\` with its right id, but found '${trusted.key}'`)
  if (key.name !== trusted.origin) throw wrong(`the key of ${trusted.origin} but found one of ${key.name}`)
  const witnesses = Object.entries(trusted.witnesses ?? {}).map(([name, text]) => {
    const witness = readVerifierKey(text, 4, hash);
    if (witness === undefined) throw wrong(`the verifier key of a witness for ${name} but found '${text}'`)
    return witness
  });
  if (new Set(witnesses.map(({ publicKey }) => hex(publicKey))).size < witnesses.length)
    throw wrong('every witness to have a key of its own but found one key twice')
  const quorum = trusted.quorum;
  if (quorum > witnesses.length)
    throw wrong(`a quorum of at most ${witnesses.length}, the number of witnesses, but found ${quorum}`)
  const maxAgeHours = trusted['max-checkpoint-age-hours'];
  if (maxAgeHours !== undefined && quorum === 0)
    throw wrong('a quorum of witnesses beside max-checkpoint-age-hours, whose times tell the age, but found none')
  return { origin: trusted.origin, key, witnesses, quorum, ...(maxAgeHours === undefined ? {} : { maxAgeHours }) }
}

const wrong = (what        ) =>
  new UserError('log.trust', `Expected ${what}`, {
    hint: 'Copy the keys that `proofmark log init` and `proofmark witness` print',
  });

/** Bytes of a hash. */
const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of an entry (RFC 6962 section 2.1): prefixed, so that no entry can pass for a node. */
const leafHash = (hash      , entry            )             => hash(concat(LEAF, entry));

/** Hash of a node over its two children. */
const nodeHash = (hash      , left            , right            )             => hash(concat(NODE, left, right));

/** Root of the tree without entries. */
const emptyRoot = (hash      )             => hash(new Uint8Array());

/** What a tree is known by. */
                           
                 
                       
                                 
                           
 

/** What a log says of itself (https://c2sp.org/tlog-checkpoint). */
                                              
                   
                         
 

/** Its three lines, each ended: origin, size, root in base64. */
const checkpointText = ({ origin, size, root }            )         =>
  `${origin}\n${size}\n${encodeBase64(root)}\n`;

/**
 * The three lines as a checkpoint; undefined for any other text. Lines of extension are refused: nobody may read into a checkpoint
 * what we did not.
 */
function readCheckpointText(text        )                         {
  const [, origin, digits, root64] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? [];
  const size = Number(digits);
  const root = decodeBase64(root64 ?? '');
  if (origin === undefined || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return undefined
  return { origin, size, root }
}

/** A checkpoint that the log has signed. */
                                                      
                     
 

/**
 * Reads a signed checkpoint of one log; a text is why it counts for nothing. As C2SP signed-note wants it, signatures by keys we do
 * not know are passed over, and one by the log's key that does not hold spoils the note.
 */
function openCheckpoint(
  content        ,
  origin        ,
  key              ,
  crypto           ,
)                            {
  const note = readNote(content);
  if (typeof note === 'string') return note
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0) return `Expected a signature by ${key.name}+${key.keyId} but found none`
  if (!own.every(({ signature }) => crypto.verify(key.publicKey, utf8(note.text), signature)))
    return `Expected the signature by ${key.name}+${key.keyId} to hold but it does not`
  const checkpoint = readCheckpointText(note.text);
  if (checkpoint === undefined) return 'Expected origin, size and root in the checkpoint but found another text'
  if (checkpoint.origin !== origin) return `Expected a checkpoint of ${origin} but found one of ${checkpoint.origin}`
  return { ...checkpoint, note }
}

const MAX_KEY_BYTES$1 = 4096;

/** A log as the settings name it, opened. */
                          
                            
                          
                                                         
                                    
 

                                                                       

/** Where the settings say that the log is kept. */
function logPlace(settings           , context                  )           {
  const { branch, remote, repository } = settings;
  if (remote !== undefined && repository !== undefined)
    throw new UserError('log.place', 'Expected record.log.repository or record.log.remote but found both', {
      hint: 'Keep the one that the log is kept in',
    })
  if (remote !== undefined) return { remote, branch }
  const name = repository ?? githubRepository(context);
  if (name !== undefined) return { repository: name, branch }
  throw new UserError(
    'log.place',
    'Expected to know where the log is kept but found neither record.log.repository nor record.log.remote',
    {
      hint: 'Name the repository, as owner/name, or any git remote',
    },
  )
}

/** The private key of a log, from the file that the settings name or from a text; undefined without either. */
async function logSigner(
  settings           ,
  keyText                    ,
  { files, noteKeys }                                   ,
)                                  {
  const text = settings.key === undefined ? keyText : await files.readText(settings.key, { maxBytes: MAX_KEY_BYTES$1 });
  if (text === undefined || text.trim() === '') return undefined
  const signer = readSignerKey(text, 1, noteKeys.hash, noteKeys.publicKey);
  if (signer !== undefined) return signer
  throw new UserError(
    'log.key',
    `Expected the private key of a log in ${settings.key ?? 'PROOFMARK_LOG_KEY'} but found another text`,
    {
      hint: 'It is one line that begins with PRIVATE+KEY+, as `proofmark log init` wrote it',
    },
  )
}

/** Who reads it: whom they believe, or whose key they hold. */
                            
                                                                                                        
                                           
                                          
 

/** The trust in the log that the settings name. */
function trustOf(
  settings           ,
  { trusted, signer }           ,
  { noteKeys }                         ,
)           {
  const key = trusted?.key ?? settings['verifier-key'] ?? (signer && writeVerifierKey(signer));
  if (key === undefined)
    throw new UserError('log.verifier-key', 'Expected the verifier key of the log but found none', {
      hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key',
    })
  const origin = settings.origin ?? key.slice(0, Math.max(key.indexOf('+'), 0));
  return logTrust(trusted ?? { origin, key, quorum: 0 }, noteKeys.hash)
}

/** Opens the log that the settings name to read it. */
async function openLog(settings           , reader           , ports           )                   {
  const trust = trustOf(settings, reader, ports);
  const branch = ports.logs.open(logPlace(settings, ports.context));
  return { branch, trust, seen: await lastSeen(settings, trust, ports) }
}

/** The same to write to it: the key must be there. */
async function openLogToWrite(
  settings           ,
  keyText                    ,
  ports           ,
)                               {
  const signer = await logSigner(settings, keyText, ports);
  if (signer === undefined)
    throw new UserError('log.key-missing', 'Expected the private key of the log but found none', {
      hint: 'Put the text of the file that `proofmark log init` wrote into the secret PROOFMARK_LOG_KEY',
    })
  const log = await openLog(settings, { signer }, ports);
  if (log.trust.key.keyId === signer.keyId) return { ...log, origin: log.trust.origin, signer }
  throw new UserError('log.key', 'Expected the private key that belongs to record.log.verifier-key but found another', {
    hint: 'Give the key that was made with this log',
  })
}

/** What a log is to be called that the settings name and that is yet to be made. */
const newOrigin = (settings           , context                  )         =>
  settings.origin ?? logOrigin(logPlace(settings, context), context.url?.match(/^https?:\/\/[^/]+/)?.[0]);

/** Remembers a checkpoint that was verified, so that nobody can take it back unseen. */
const rememberSeen = (settings           , note        , { files }                      )                =>
  files.write(settings['last-seen'], note);

async function lastSeen(settings           , trust          , { files, noteKeys }           )                      {
  const path = settings['last-seen'];
  if (!(await files.exists(path))) return []
  const note = await files.readText(path, { maxBytes: MAX_NOTE_LENGTH });
  const seen = openCheckpoint(note, trust.origin, trust.key, noteKeys);
  if (typeof seen !== 'string') return [seen]
  throw new UserError('log.last-seen', `${seen}, in what was last seen of the log (${path})`, {
    file: path,
    hint: 'Restore the file; delete it only if this is another log than before',
  })
}

/** The signed head of the log. */
const CHECKPOINT_FILE = 'checkpoint';

/** The head of the tree that the tiles make, not signed: what the next checkpoint signs. */
const STATE_FILE = 'state';

/** Largest document that is kept in the log's branch, in bytes. Larger ones, and secret ones, are kept where they are. */
const MAX_DOCUMENT_BYTES = 1024 * 1024;

/** Where a document is kept, by its SHA-256 as leaves write it. */
const documentFile = (digest        )         => {
  const digits = digest.replace(/^sha256:/, '');
  return `blobs/sha256/${digits.slice(0, 2)}/${digits.slice(2)}.json`
};

/** Where the newest checkpoint that a witness has cosigned is kept. */
const witnessFile = (name        )         => `witness/${encodeURIComponent(name)}`;

const isWitnessFile = (path        )          => /^witness\/[^/]+$/.test(path);

/** Files that stand beside the tree in a log's branch. */
const isBesideTree = (path        )          =>
  /^blobs\/sha256\/[0-9a-f]{2}\/[0-9a-f]{62}\.json$/.test(path) || isWitnessFile(path);

/** Hashes, or entries, in a full tile (https://c2sp.org/tlog-tiles): eight levels of the tree. */
const TILE_WIDTH = 256;

/** A tile as a file of the log: hashes of one level, or entries (level `entries`), counted from the left. */
                       
                                    
                        
                     
                        
 

/** How many hashes a level of tiles holds in a tree of `size` entries. */
const levelSize = (level               , size        )         =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);

/** The tile at a place of its level, as wide as it is in a tree of `size` entries; 0 where the tree does not reach it. */
const tileAt = (level               , index        , size        )       => ({
  level,
  index,
  width: Math.min(TILE_WIDTH, Math.max(0, levelSize(level, size) - index * TILE_WIDTH)),
});

/** The levels that a tree of `size` entries has tiles of. */
function* levelsOf(size        )                           {
  if (size > 0) yield 'entries';
  for (let level = 0; levelSize(level, size) > 0; level++) yield level;
}

/** The tiles that are not full, of which a level has one at most: all that the next entries change, and enough for the root. */
const edgeTiles = (size        )         =>
  [...levelsOf(size)]
    .map(level => tileAt(level, Math.floor(levelSize(level, size) / TILE_WIDTH), size))
    .filter(({ width }) => width > 0);

/** Every tile of a tree of `size` entries. */
function* tilesOf(size        )                  {
  for (const level of levelsOf(size))
    for (let index = 0; index * TILE_WIDTH < levelSize(level, size); index++) yield tileAt(level, index, size);
}

/** Levels of the tree that a tile spans. */
const TILE_HEIGHT = 8;

/** Bytes of a tile of hashes. */
                                                   

/** A perfect subtree as hashes of one tile. */
                 
                     
                                                                                    
                        
                        
 

/** The tiles that the hash of a range is made from, in a log of `size` entries. */
const tilesOfRange = (range       , size        )         => piecesOf(range, size).map(({ tile }) => tile);

/** Hash of the entries of a range, one that a proof is made of, from the tiles of a log of `size` entries. */
function rangeHash(range       , size        , tiles            , hash      )             {
  const hashes = piecesOf(range, size).map(piece => perfect$1(piece, tiles(piece.tile), hash));
  return hashes.length === 0 ? emptyRoot(hash) : hashes.reduceRight((right, left) => nodeHash(hash, left, right))
}

function piecesOf({ from, to }       , size        )          {
  const pieces          = [];
  for (let at = from; at < to; ) {
    let height = 0;
    while (at + 2 ** (height + 1) <= to) height++;
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = at / TILE_WIDTH ** level;
    pieces.push({ tile: tileAt(level, Math.floor(first / TILE_WIDTH), size), start: first % TILE_WIDTH, count });
    at += 2 ** height;
  }
  return pieces
}

function perfect$1({ start, count }       , tile            , hash      )             {
  let hashes = Array.from({ length: count }, (_, n) =>
    tile.subarray((start + n) * HASH_BYTES, (start + n + 1) * HASH_BYTES),
  );
  while (hashes.length > 1)
    hashes = hashes.flatMap((left, n) => {
      const right = hashes[n + 1];
      return n % 2 === 0 && right !== undefined ? [nodeHash(hash, left, right)] : []
    });
  return hashes[0] ?? emptyRoot(hash)
}

/** What the log can hold. */
const LEAF_TYPES = [
  'certificate',
  'refusal',
  'approval',
  'waiver',
  'policy',
  'promotion',
  'demotion',
  'revocation',
  'review',
  'key',
  'incident',
];         
                                                  

/** A SHA-256 as leaves write it. */
const LeafDigest = string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 lower-case hexadecimal digits');

/**
 * One entry of the log: what happened, to which model, and the digest of the document that says it. Written as canonical JSON (RFC
 * 8785), it is digests and names of models and places only: who did it and why stands in the document, which need not be public.
 */
const Leaf = strictObject({
  v: literal(1),
  type: _enum(LEAF_TYPES),
  /** Whole seconds, UTC. */
  at: datetime(),
  /** The model as its owner calls it, with its version: `credit-default 3`. */
  model: string().min(1).max(401).optional(),
  /** The model id. */
  id: LeafDigest.optional(),
  /** SHA-256 of the bytes of the document; it is kept in the log's branch under `blobs/` where it is small. */
  document: LeafDigest,
  /** SHA-256 of the policy's canonical JSON. */
  policy: LeafDigest.optional(),
  /** For promotion and demotion: where production was pointed, as `proofmark promote --to` takes it. */
  target: string().min(1).max(1024).optional(),
  /** Address of the run. */
  run: string().max(2048).optional(),
});

/** Largest entry: its length is written in 16 bits. */
const MAX_ENTRY_BYTES = 65_535;

/** Entries of a tile as C2SP tlog-tiles keeps them: each after its length, two bytes, big-endian. */
function writeEntries(entries                       )             {
  return concat(
    ...entries.flatMap(entry => {
      if (entry.length > MAX_ENTRY_BYTES)
        throw new RangeError(`An entry of ${entry.length} bytes does not fit a bundle`)
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** Exactly `width` entries and nothing after them; undefined for any other bytes. */
function readEntries(bytes            , width        )                           {
  const entries               = [];
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    if (end > bytes.length) return undefined
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : undefined
}

/** A leaf as the log holds it. */
const leafBytes = (leaf      )             => utf8(canonicalJson(leaf));

/** Reads an entry as a leaf; undefined for anything but the one spelling of a leaf that we know the meaning of. */
function readLeaf(entry            )                   {
  const text = entry.length > MAX_ENTRY_BYTES ? undefined : fromUtf8(entry);
  if (text === undefined) return undefined
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    return undefined
  }
  const leaf = Leaf.safeParse(value).data;
  return leaf !== undefined && canonicalJson(leaf) === text ? leaf : undefined
}

/** How far the clocks of two writers may be apart. */
const CLOCK_SKEW_MS = 10 * 60_000;

/** Whether a time that an entry names is yet to come: no entry after it could be said to be earlier, so none may be. */
const yetToCome = (at        , now      )          => Date.parse(at) > now.getTime() + CLOCK_SKEW_MS;

/** Entries from one to before another. */
                        
                       
                     
 

/** Largest power of two below `count`; `count` is at least 2. */
function splitOf(count        )         {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power
}

/** Whose hashes prove that an entry is in the tree of `size`, from the leaf's sibling up (RFC 9162 section 2.1.3.1). */
function inclusionRanges(index        , size        , from = 0)          {
  if (size - from <= 1) return []
  const middle = from + splitOf(size - from);
  return index < middle
    ? [...inclusionRanges(index, middle, from), { from: middle, to: size }]
    : [...inclusionRanges(index, size, middle), { from, to: middle }]
}

/** Whose hashes prove that the tree of `second` entries begins with that of `first` (RFC 9162 section 2.1.4.1). */
function consistencyRanges(first        , second        )          {
  return first === 0 || first === second ? [] : subProof(first, 0, second, true)
}

function subProof(first        , from        , to        , whole         )          {
  if (first === to) return whole ? [] : [{ from, to }]
  const middle = from + splitOf(to - from);
  return first <= middle
    ? [...subProof(first, from, middle, whole), { from: middle, to }]
    : [...subProof(first, middle, to, false), { from, to: middle }]
}

const HEADER = 'c2sp.org/tlog-proof@v1';

/** A tree of fewer than 2^53 entries is no deeper. */
const MOST_HASHES = 53;

/** Largest proof that is read, in characters. */
const MAX_PROOF_LENGTH = Math.ceil(MAX_ENTRY_BYTES / 3) * 4 + MOST_HASHES * 45 + MAX_NOTE_LENGTH + 100;

/** A proof that something is in a log, to be checked offline (https://c2sp.org/tlog-proof). */
                            
                        
                                    
                                        
                                                      
                             
                                                                                                       
                             
 

/** The proof as a file; its name ends in `.tlog-proof`. */
const writeTlogProof = ({ index, hashes, checkpoint, extra }           )         =>
  [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
    '',
    checkpoint,
  ].join('\n');

/** Reads such a file strictly; a text is what is wrong with it. It proves nothing yet. */
function readTlogProof(content        )                     {
  if (content.length > MAX_PROOF_LENGTH)
    return `Expected a proof of at most ${MAX_PROOF_LENGTH} characters but found more`
  const split = content.indexOf('\n\n');
  const lines = content.slice(0, Math.max(split, 0)).split('\n');
  if (lines.shift() !== HEADER) return `Expected a proof that begins with ${HEADER} but found none`
  const hasExtra = lines[0]?.startsWith('extra ');
  const extra = hasExtra ? decodeBase64((lines.shift() ?? '').slice('extra '.length)) : undefined;
  if (hasExtra && extra === undefined) return 'Expected base64 after extra but found another text'
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const index = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(index))
    return 'Expected the index of the entry but found another line'
  if (lines.length > MOST_HASHES) return `Expected at most ${MOST_HASHES} hashes but found ${lines.length}`
  const hashes = lines.map(decodeBase64).filter(bytes => bytes?.length === HASH_BYTES);
  if (hashes.length !== lines.length) return 'Expected hashes of 32 bytes in base64 but found another line'
  return {
    index,
    hashes: hashes.filter(bytes => bytes !== undefined),
    checkpoint: content.slice(split + 2),
    ...(extra === undefined ? {} : { extra }),
  }
}

/** Whether the hash of an entry and its path lead to the root of the tree (RFC 9162 section 2.1.3.2), at any size below 2^53. */
function verifyInclusion(
  index        ,
  leaf            ,
  path                       ,
  { size, root }          ,
  hash      ,
)          {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let first = BigInt(index);
  let second = BigInt(size) - 1n;
  let reached = leaf;
  for (const sibling of path) {
    if (second === 0n) return false
    if ((first & 1n) === 1n || first === second) {
      reached = nodeHash(hash, sibling, reached);
      while ((first & 1n) === 0n && first !== 0n) {
        first >>= 1n;
        second >>= 1n;
      }
    } else reached = nodeHash(hash, reached, sibling);
    first >>= 1n;
    second >>= 1n;
  }
  return second === 0n && sameBytes(reached, root)
}

/** The `.tlog-proof` file of each entry under one checkpoint, made from the tiles of a log of `size` entries, and verified. */
async function proveEntries(
  entries                           ,
  checkpoint                  ,
  size        ,
  tiles                ,
  { noteKeys: { hash } }                            ,
)                               {
  const note = writeNote(checkpoint.note);
  const proofs           = [];
  const made = new Map                    ();
  function hashOf(range       )             {
    const key = `${range.from}-${range.to}`;
    const known = made.get(key) ?? rangeHash(range, size, tiles.get, hash);
    made.set(key, known);
    return known
  }
  for (const { index, entry } of entries) {
    if (index >= checkpoint.size)
      return logFault('unproven', `entry ${index} is not in the checkpoint of ${checkpoint.size} entries`)
    const ranges = inclusionRanges(index, checkpoint.size);
    const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, size)));
    if (fault !== undefined) return fault
    const hashes = ranges.map(hashOf);
    if (!verifyInclusion(index, leafHash(hash, entry), hashes, checkpoint, hash))
      return logFault('fork', `entry ${index} is not the one that was written there`)
    proofs.push(writeTlogProof({ index, hashes, checkpoint: note, extra: entry }));
  }
  return proofs
}

/** Where a tile is kept: `tile/0/x001/234.p/57`, its index in groups of three digits, its width unless it is full (C2SP tlog-tiles). */
function tilePath({ level, index, width }      )         {
  const groups           = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`${groups.length === 0 ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** An entry and its place in the log. */
                                 
                        
                            
 

/** The entries from a place on to the end of a log of `size` entries, as the bundles hold them. */
async function committedEntries(
  from        ,
  size        ,
  tiles                ,
)                                       {
  const bundles         = [];
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < size; index++)
    bundles.push(tileAt('entries', index, size));
  const fault = await tiles.load(bundles);
  if (fault !== undefined) return fault
  const found                   = [];
  for (const bundle of bundles) {
    const entries = readEntries(tiles.get(bundle), bundle.width);
    if (entries === undefined)
      return logFault('corrupt', `expected ${bundle.width} entries in ${tilePath(bundle)} but found another number`)
    for (const [n, entry] of entries.entries()) found.push({ index: bundle.index * TILE_WIDTH + n, entry });
  }
  return found.filter(({ index }) => index >= from)
}

/** A log that is to be written to. */
                            
                            
                         
                                                       
                             
                                                                                              
                                     
 

/** Something to log: a leaf and, where it is to be kept in the log's branch, the document it is about. */
                           
                     
                                
 

/** The branch's newest commit; whoever has no log yet is told how to make one. */
async function requireHead(branch           )                  {
  const commit = await branch.head();
  if (commit !== undefined) return commit
  throw new UserError('log.missing', `Expected a log at ${branch.name} but found no such branch`, {
    hint: 'Make it with `proofmark log init`; if there was one, it has been deleted: restore the branch from a clone',
  })
}

/** Whether the second tree begins with the first (RFC 9162 section 2.1.4.2), at any size below 2^53. */
function verifyConsistency(first          , second          , path                       , hash      )          {
  if (!Number.isSafeInteger(first.size) || !Number.isSafeInteger(second.size)) return false
  if (first.size < 0 || first.size > second.size) return false
  if (first.size === second.size) return path.length === 0 && sameBytes(first.root, second.root)
  if (first.size === 0) return path.length === 0 && sameBytes(first.root, emptyRoot(hash))
  let left = BigInt(first.size) - 1n;
  let right = BigInt(second.size) - 1n;
  const whole = (BigInt(first.size) & left) === 0n ? [first.root, ...path] : path;
  const [start, ...rest] = whole;
  if (start === undefined || path.length === 0) return false
  while ((left & 1n) === 1n) {
    left >>= 1n;
    right >>= 1n;
  }
  let before = start;
  let after = start;
  for (const node of rest) {
    if (right === 0n) return false
    if ((left & 1n) === 1n || left === right) {
      before = nodeHash(hash, node, before);
      after = nodeHash(hash, node, after);
      while ((left & 1n) === 0n && left !== 0n) {
        left >>= 1n;
        right >>= 1n;
      }
    } else after = nodeHash(hash, after, node);
    left >>= 1n;
    right >>= 1n;
  }
  return right === 0n && sameBytes(before, first.root) && sameBytes(after, second.root)
}

/**
 * Makes the proof that one head continues another from the tiles of a log of `size` entries, and verifies it: a fork where it does not
 * hold. Tiles that somebody edited make a proof that does not hold either.
 */
async function proveConsistency(
  first          ,
  second          ,
  size        ,
  tiles                ,
  { noteKeys: { hash } }                            ,
)                                {
  const ranges = consistencyRanges(first.size, second.size);
  const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, size)));
  if (fault !== undefined) return fault
  const path = ranges.map(range => rangeHash(range, size, tiles.get, hash));
  if (verifyConsistency(first, second, path, hash)) return undefined
  return logFault('fork', `no consistency proof from size ${first.size} to ${second.size}`)
}

/** A rollback where something larger than the checkpoint was seen of the log. */
const rollbackFault = (seen          , found          , where        )                       =>
  seen.size <= found.size ? undefined : logFault('rollback', `size ${found.size} < last seen ${seen.size} (${where})`);

/** Files that are asked for in one turn: a forge is asked for many in one request. */
const AT_ONCE = 100;

/** Tiles as of one commit, read once each; `fault` in place of them where one is missing or of the wrong length. */
                                 
                                                            
                                
                          
 

function committedTiles(branch           , commit        )                 {
  const contents = new Map                    ();
  async function read(tile      )                                {
    const path = tilePath(tile);
    const content = await branch.read(commit, path);
    if (content === undefined) return logFault('corrupt', `expected ${path} in ${branch.name} but found no such file`)
    const wrong =
      tile.level === 'entries'
        ? content.length > tile.width * (MAX_ENTRY_BYTES + 2)
        : content.length !== tile.width * HASH_BYTES;
    if (wrong)
      return logFault(
        'corrupt',
        `expected ${tile.width} places in ${path} of ${branch.name} but found ${content.length} bytes`,
      )
    contents.set(path, content);
    return undefined
  }
  return {
    async load(tiles) {
      const wanted = new Map([...tiles].map(tile => [tilePath(tile), tile]));
      const missing = [...wanted].filter(([path]) => !contents.has(path)).map(([, tile]) => tile);
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const faults = await Promise.all(missing.slice(at, at + AT_ONCE).map(read));
        const fault = faults.find(one => one !== undefined);
        if (fault !== undefined) return fault
      }
      return undefined
    },
    get(tile) {
      const content = contents.get(tilePath(tile));
      if (content === undefined) throw new RangeError(`${tilePath(tile)} was not loaded`)
      return content
    },
  }
}

/** A small text of the branch; undefined where there is none, or none of that size in strict UTF-8. */
async function readSmallText(
  branch           ,
  commit        ,
  path        ,
  maxBytes        ,
)                              {
  const content = await branch.read(commit, path);
  return content === undefined || content.length > maxBytes ? undefined : fromUtf8(content)
}

/** Both heads of a log as of a commit: what is signed, and what the tiles make, which may be ahead. */
                        
                         
                                       
                            
 

/** Whose log it is: all that reading the heads needs of the trust in it. */
                                                          

const MAX_STATE_BYTES = 1024;

/** Entries that may wait for a signature: more, and somebody has made up a size to keep readers busy. */
const MOST_UNSIGNED = 1_000_000;

/** Reads both heads and checks the signature; nothing of the tree yet. */
async function readHeads(
  branch           ,
  commit        ,
  { origin, key }             ,
  { noteKeys }                            ,
)                            {
  const [note, text] = await Promise.all([
    readSmallText(branch, commit, CHECKPOINT_FILE, MAX_NOTE_LENGTH),
    readSmallText(branch, commit, STATE_FILE, MAX_STATE_BYTES),
  ]);
  if (note === undefined) return logFault('corrupt', `expected a checkpoint in ${branch.name} but found none`)
  const checkpoint = openCheckpoint(note, origin, key, noteKeys);
  if (typeof checkpoint === 'string')
    return logFault('unsigned', `${checkpoint.charAt(0).toLowerCase()}${checkpoint.slice(1)} (${branch.name})`)
  const state = readCheckpointText(text ?? '');
  if (state?.origin !== origin)
    return logFault('corrupt', `expected the state of ${origin} in ${branch.name} but found none`)
  if (state.size < checkpoint.size)
    return logFault(
      'corrupt',
      `expected at least the ${checkpoint.size} signed entries in the state of ${branch.name} but found ${state.size}`,
    )
  if (state.size - checkpoint.size > MOST_UNSIGNED)
    return logFault('corrupt', `expected at most ${MOST_UNSIGNED} unsigned entries in ${branch.name} but found more`)
  return { commit, checkpoint, state }
}

/** A log as of a commit whose edge holds together: enough to append to it, or to sign what was appended. */
                                         
                                
 

/**
 * Checks all that an append rests on, from the few files at the edge: the checkpoint's signature, that the tiles make the state, that the
 * state continues the checkpoint, and the checkpoint everything that was seen of this log.
 */
async function openHead(
  branch           ,
  commit        ,
  log             ,
  seen                     ,
  ports          ,
)                               {
  const heads = await readHeads(branch, commit, log, ports);
  if (isFault(heads)) return heads
  const { checkpoint, state } = heads;
  for (const head of seen) {
    const fault = rollbackFault(head, checkpoint, branch.name);
    if (fault !== undefined) return fault
  }
  const tiles = committedTiles(branch, commit);
  const fault = (await tiles.load(edgeTiles(state.size))) ?? edgeFault(branch.name, state, tiles, ports);
  if (fault !== undefined) return fault
  for (const [first, second] of [[checkpoint, state]         , ...seen.map(head => [head, checkpoint]         )]) {
    const forked = await proveConsistency(first, second, state.size, tiles, ports);
    if (forked !== undefined) return forked
  }
  return { ...heads, tiles }
}

function edgeFault(
  where        ,
  { size, root }          ,
  tiles                ,
  { noteKeys: { hash } }          ,
)                       {
  if (!sameBytes(rangeHash({ from: 0, to: size }, size, tiles.get, hash), root))
    return logFault('corrupt', `the tiles of ${where} do not make the root of its state`)
  const index = Math.floor(size / TILE_WIDTH);
  const bundle = tileAt('entries', index, size);
  if (bundle.width === 0) return undefined
  const hashes = tiles.get(tileAt(0, index, size));
  const entries = readEntries(tiles.get(bundle), bundle.width);
  if (entries === undefined) return logFault('corrupt', `expected ${bundle.width} entries at the end of ${where}`)
  const wrong = entries.findIndex(
    (entry, n) => !sameBytes(leafHash(hash, entry), hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)),
  );
  return wrong === -1
    ? undefined
    : logFault('corrupt', `entry ${index * TILE_WIDTH + wrong} does not match its hash (${where})`)
}

/** How often a commit that others were faster than is made anew. */
const MOST_ATTEMPTS = 100;

/**
 * Milliseconds: the first wait, doubled after every try, and the longest. Eight writers, a try of each taking a second, need a longest
 * wait of about eight seconds: with less of it who needs long, to bring something in, never wins against those who only sign.
 */
const FIRST_MS = 20;
const LONGEST_MS = 8000;

/** Does something until it is done, with random waits between, so that writers who met do not meet again. */
async function untilDone   (
  where        ,
  attempt                            ,
  { pause }                         ,
)             {
  for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
    if (tried > 0) await pause(Math.min(LONGEST_MS, FIRST_MS * 2 ** tried));
    const done = await attempt();
    if (done !== 'again') return done
  }
  throw new UserError('log.busy', `Expected to write to ${where} but others were faster ${MOST_ATTEMPTS} times`, {
    kind: 'environment',
    hint: 'Run the job again; log several things at once rather than each by a job of its own',
  })
}

/**
 * The second phase of an append: signs the state as it stands in the branch, so that a lost race never leaves a second signed tree of the
 * same size. Whoever writes next does it too, which mends a writer that ended between the phases. Returns the head whose checkpoint
 * covers `size` entries.
 */
async function publish(
  size        ,
  writer           ,
  seen                     ,
  ports          ,
)                    {
  const { branch, origin, signer } = writer;
  return untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch);
      const head = await openHead(branch, commit, { origin, key: signer }, seen, ports);
      if (isFault(head)) throw faultError(head)
      if (head.checkpoint.size >= size) return head
      await requireLeaves(head, branch.name, ports);
      const text = checkpointText(head.state);
      const signature = ports.noteKeys.sign(signer.seed, utf8(text));
      const note = writeNote({ text, signatures: [{ name: signer.name, keyId: signer.keyId, signature }] });
      await branch.commit(commit, {
        message: `Sign the checkpoint of ${head.state.size} entries`,
        additions: [{ path: CHECKPOINT_FILE, content: utf8(note) }],
        deletions: [],
      });
      return 'again'
    },
    ports,
  )
}

/**
 * What is signed for the first time must be leaves that every reader can read, and those that the tree is made of. None may be of a time
 * yet to come: no entry after it could be said to be earlier.
 */
async function requireLeaves(
  { checkpoint, state, tiles }          ,
  where        ,
  { noteKeys, now }          ,
)                {
  const entries = await committedEntries(checkpoint.size, state.size, tiles);
  if (isFault(entries)) throw faultError(entries)
  const ranges = entries.map(({ index }) => ({ from: index, to: index + 1 }));
  const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, state.size)));
  if (fault !== undefined) throw faultError(fault)
  for (const { index, entry } of entries) {
    const range = { from: index, to: index + 1 };
    const hash = rangeHash(range, state.size, tiles.get, noteKeys.hash);
    if (!sameBytes(leafHash(noteKeys.hash, entry), hash))
      throw faultError(logFault('corrupt', `entry ${index} does not match its hash (${where})`))
    const leaf = readLeaf(entry);
    if (leaf === undefined)
      throw faultError(logFault('corrupt', `entry ${index} is not a leaf that Proofmark writes (${where})`))
    if (yetToCome(leaf.at, now()))
      throw faultError(logFault('corrupt', `entry ${index} is dated ${leaf.at}, which is yet to come (${where})`))
  }
}

/** What new entries do to the files of a log. */
                         
                       
                                                                                                     
                                                   
                                                                 
                                      
 

/** Appends entries to a log of `size` entries, of which only the tiles at its edge are read. */
function grow(
  size        ,
  edge                            ,
  entries                       ,
  hash      ,
)         {
  const before = edgeTiles(size);
  const open = new Map(before.map(tile => [tile.level, partsOf(tile, edge(tile))]));
  const grown = new Map                       ();
  const written = new Map                    ();

  function push(level               , part            )       {
    const parts = open.get(level) ?? [];
    parts.push(part);
    open.set(level, parts);
    const count = (grown.get(level) ?? levelSize(level, size)) + 1;
    grown.set(level, count);
    if (parts.length < TILE_WIDTH) return
    written.set(tilePath({ level, index: count / TILE_WIDTH - 1, width: TILE_WIDTH }), contentOf(level, parts));
    open.set(level, []);
    if (level !== 'entries') push(level + 1, perfect(parts, hash));
  }

  for (const entry of entries) {
    push('entries', entry);
    push(0, leafHash(hash, entry));
  }
  for (const [level, count] of grown) {
    const parts = open.get(level) ?? [];
    const tile = { level, index: Math.floor(count / TILE_WIDTH), width: parts.length };
    if (parts.length > 0) written.set(tilePath(tile), contentOf(level, parts));
  }
  return {
    size: size + entries.length,
    written,
    replaced: before.filter(({ level }) => grown.has(level)).map(tilePath),
  }
}

function partsOf({ level, width }      , content            )               {
  const parts =
    level === 'entries'
      ? readEntries(content, width)
      : Array.from({ length: width }, (_, n) => content.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES));
  if (parts === undefined) throw new RangeError('The tiles at the edge are to be checked before they grow')
  return parts
}

const contentOf = (level               , parts                       )             =>
  level === 'entries' ? writeEntries(parts) : concat(...parts);

function perfect(hashes                       , hash      )             {
  const [left, right] = hashes;
  if (left === undefined) throw new RangeError('A subtree without hashes has no hash')
  if (right === undefined) return left
  const middle = hashes.length / 2;
  return nodeHash(hash, perfect(hashes.slice(0, middle), hash), perfect(hashes.slice(middle), hash))
}

/** The writes as they stand in the log by now, in their order, and the heads that were seen on the way. */
                            
                                             
                                    
 

/**
 * The first phase of an append: the entries and the new state, in one commit that stands only if nobody was faster. Every try begins
 * anew from the branch as it is then. What an earlier try has brought in although its answer was lost is found and not brought in again.
 */
async function sequence(writes                     , writer           , ports          )                     {
  const { branch, origin, signer } = writer;
  const log = { origin, key: signer };
  let seen = writer.seen ?? [];
  let began;                    
  return untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch);
      const head = await openHead(branch, commit, log, seen, ports);
      if (isFault(head)) throw faultError(head)
      seen = [...(writer.seen ?? []), head.checkpoint];
      began ??= head.checkpoint.size;
      const size = head.state.size;
      const standing = await standingEntries(writes, began, head);
      const entries = writes.filter((_, n) => standing[n] === undefined).map(({ leaf }) => leafBytes(leaf));
      let next = size;
      const all = writes.map(({ leaf }, n) => standing[n] ?? { index: next++, entry: leafBytes(leaf) });
      if (entries.length === 0) return { entries: all, seen }
      const growth = grow(size, head.tiles.get, entries, ports.noteKeys.hash);
      const root = rangeHash(
        { from: 0, to: growth.size },
        growth.size,
        tile => growth.written.get(tilePath(tile)) ?? head.tiles.get(tile),
        ports.noteKeys.hash,
      );
      const state             = { origin, size: growth.size, root };
      const committed = await branch.commit(commit, {
        message: messageOf(writes),
        additions: [
          ...[...growth.written].map(([path, content]) => ({ path, content })),
          { path: STATE_FILE, content: utf8(checkpointText(state)) },
          ...documentsOf(writes),
        ],
        deletions: growth.replaced,
      });
      return typeof committed === 'string' ? 'again' : { entries: all, seen }
    },
    ports,
  )
}

/**
 * The entry that each write is already. Since what was signed when this append began, so also of a job that ended before it could sign: any
 * leaf that says the same of the same document. In the entries at the end before that: the very same leaf, time and all; one may well
 * log one document twice.
 */
async function standingEntries(
  writes                     ,
  began        ,
  head          ,
)                                          {
  const from = Math.floor(began / TILE_WIDTH) * TILE_WIDTH;
  const entries = await committedEntries(from, head.state.size, head.tiles);
  if (isFault(entries)) throw faultError(entries)
  const bySaying = new Map                        ();
  for (const one of entries.filter(({ index }) => index >= began)) {
    const leaf = readLeaf(one.entry);
    if (leaf !== undefined) bySaying.set(sayingOf(leaf), one);
  }
  const byBytes = new Map(entries.map(one => [hex(one.entry), one]));
  return writes.map(({ leaf }) => bySaying.get(sayingOf(leaf)) ?? byBytes.get(hex(leafBytes(leaf))))
}

/** What a leaf says, whenever it says it. */
const sayingOf = ({ type, document, target }                  )         =>
  JSON.stringify([type, document, target]);

function messageOf(writes                     )         {
  const [first] = writes;
  if (writes.length > 1 || first === undefined) return `Log ${writes.length} entries`
  const { type, model } = first.leaf;
  return `Log ${type}${model === undefined ? '' : ` of ${model}`}`
}

const documentsOf = (writes                     ) => [
  ...new Map(
    writes.flatMap(({ leaf, document }) =>
      document === undefined || document.length > MAX_DOCUMENT_BYTES
        ? []
        : [[documentFile(leaf.document), { path: documentFile(leaf.document), content: document }]         ],
    ),
  ).values(),
];

/** What an append leaves behind. */
                           
                                                   
                         
                                       
                                                                             
                       
                                    
                              
                          
                                                                                                 
                       
                                             
                          
                                                            
                          
     
 

/**
 * Appends leaves to a log, all in one commit, signs the tree that has them, and proves each of them in it. Safe beside any number of other
 * writers, and to be run again after any failure. Throws a `UserError`: `log.corrupt`, `log.fork`, `log.rollback`, `log.unsigned` where the
 * log is not to be believed, `log.missing` without a branch, `log.busy` where others were faster too often, `log.time` for what is dated in
 * the future.
 */
async function appendToLog(writes                     , writer           , ports          )                    {
  if (writes.length === 0) throw new RangeError('Nothing to log')
  for (const { leaf, document } of writes) {
    Leaf.parse(leaf);
    if (yetToCome(leaf.at, ports.now()))
      throw new UserError('log.time', `Expected to log what has happened but found a ${leaf.type} dated ${leaf.at}`, {
        hint: "Check this machine's clock, and who wrote that time",
      })
    if (document !== undefined && `sha256:${hex(ports.noteKeys.hash(document))}` !== leaf.document)
      throw new RangeError(`The document of a ${leaf.type} is not the one that its leaf names`)
  }
  if (writer.signer.name !== writer.origin) throw new RangeError('A log is signed by the key that is called like it')
  const distinct = new Map(writes.map(write => [sayingOf(write.leaf), write]));
  const { entries, seen } = await sequence([...distinct.values()], writer, ports);
  const size = Math.max(...entries.map(({ index }) => index)) + 1;
  const head = await publish(size, writer, seen, ports);
  const proofs = await proveEntries(entries, head.checkpoint, head.state.size, head.tiles, ports);
  if (isFault(proofs)) throw faultError(proofs)
  const placed = new Map([...distinct.keys()].map((saying, n) => [saying, { at: entries[n], proof: proofs[n] }]));
  return {
    commit: head.commit,
    checkpoint: head.checkpoint,
    note: writeNote(head.checkpoint.note),
    entries: writes.flatMap(({ leaf, document }) => {
      const { at, proof } = placed.get(sayingOf(leaf)) ?? {};
      if (at === undefined || proof === undefined) return []
      const kept = document !== undefined && document.length <= MAX_DOCUMENT_BYTES;
      return [{ index: at.index, leaf: readLeaf(at.entry) ?? leaf, proof, kept }]
    }),
  }
}

/** A file that does not belong in the branch of a log of `size` entries, or one that is missing. */
function fileFault(where        , found                   , size        )                       {
  const expected = new Set([CHECKPOINT_FILE, STATE_FILE]);
  for (const tile of tilesOf(size)) {
    if (expected.size > found.length + 2) break
    expected.add(tilePath(tile));
  }
  const there = new Set(found);
  const missing = [...expected].find(path => !there.has(path));
  if (missing !== undefined) return logFault('corrupt', `expected ${missing} in ${where} but found no such file`)
  const junk = found.find(path => !expected.has(path) && !isBesideTree(path));
  return junk === undefined
    ? undefined
    : logFault('corrupt', `expected nothing but the log in ${where} but found ${JSON.stringify(junk)}`)
}

/** The first place where the tiles of a branch differ from those that its own entries make. */
function tileFault(
  where        ,
  size        ,
  found            ,
  remade                                 ,
)                       {
  for (const tile of tilesOf(size)) {
    const path = tilePath(tile);
    const content = found(tile);
    const expected = remade.get(path) ?? new Uint8Array();
    if (sameBytes(content, expected)) continue
    const place = content.findIndex((byte, at) => byte !== expected[at]);
    const index = tile.index * TILE_WIDTH + Math.floor(Math.max(place, 0) / HASH_BYTES);
    return logFault(
      'corrupt',
      tile.level === 0
        ? `entry ${index} does not match its hash (${path} in ${where})`
        : `${path} in ${where} does not match the tiles below it`,
    )
  }
  return undefined
}

/** A witness's word that, at a time, this was the largest tree it had seen of the log. */
                           
                       
                   
 

/** What a witness signs (https://c2sp.org/tlog-cosignature, Ed25519): the time, in seconds, before the checkpoint's text. */
const message = (seconds        , text        )             => utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

/** A cosignature of the text of a checkpoint at a time. */
function cosign(
  text        ,
  at      ,
  signer            ,
  sign                                                       ,
)                {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return {
    name: signer.name,
    keyId: signer.keyId,
    signature: concat(time, sign(signer.seed, message(seconds, text))),
  }
}

/** The newest cosignature by a witness on a note that holds; undefined where there is none. */
function cosignedBy(note      , witness              , crypto           )                       {
  const times = note.signatures
    .filter(({ name, keyId }) => name === witness.name && keyId === witness.keyId)
    .flatMap(({ signature }) => {
      if (signature.length !== 72) return []
      const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
      // The last second that a Date can hold: later is no time.
      if (seconds > 8_640_000_000_000n) return []
      return crypto.verify(witness.publicKey, message(seconds, note.text), signature.subarray(8))
        ? [Number(seconds)]
        : []
    });
  return times.length === 0 ? undefined : { name: witness.name, at: new Date(Math.max(...times) * 1000) }
}

const HOUR_MS = 3_600_000;

/** A witness's clock may be that far ahead of ours, in milliseconds. */
const SKEW_MS = 5 * 60_000;

/** The trusted witnesses that have cosigned a note, newest first. A time that is yet to come counts for nothing. */
const cosignersOf = (note      , { witnesses }          , now      , crypto           )             =>
  witnesses
    .flatMap(witness => cosignedBy(note, witness, crypto) ?? [])
    .filter(({ at }) => at.getTime() <= now.getTime() + SKEW_MS)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());

/** What is wrong with the cosigners of a checkpoint, as many as the quorum and the freshest of them; undefined where nothing is. */
function quorumFault(cosigners                     , trust          , now      )                       {
  const { quorum, maxAgeHours } = trust;
  if (cosigners.length < quorum)
    return logFault(
      'unwitnessed',
      `expected ${quorum} of ${trust.witnesses.length} witnesses to have cosigned ${trust.origin} but found ${cosigners.length}`,
    )
  const at = asOf(cosigners, quorum);
  if (maxAgeHours === undefined || at === undefined) return undefined
  if (now.getTime() - at.getTime() <= maxAgeHours * HOUR_MS) return undefined
  return logFault(
    'stale',
    `expected a checkpoint of ${trust.origin} cosigned in the last ${maxAgeHours} hours but found ${at.toISOString()}`,
  )
}

/** Since when nothing is known: the time by which as many as the quorum have cosigned, the freshest of them; undefined without any. */
const asOf = (cosigners                     , quorum        )                   =>
  cosigners[Math.max(quorum, 1) - 1]?.at;

/** What the quorum of witnesses stands for. */
                                
                                                                
                       
                                                                                   
                      
                                                   
 

/** The checkpoint that a witness has cosigned last. */
                                                       
                                       
 

/**
 * Reads what the trusted witnesses have left in the log's branch. What one of them has seen and the log no longer has, or has otherwise,
 * is a rollback or a fork; what it could not have written counts for nothing. `rootOf` gives the root of the log's first entries.
 */
async function witnessedHead(
  branch           ,
  { commit, checkpoint: newest }       ,
  trust          ,
  rootOf                              ,
  { noteKeys, now }          ,
)                                    {
  const at = now();
  const cosigned                        = [];
  for (const witness of trust.witnesses) {
    const content = await readSmallText(branch, commit, witnessFile(witness.name), MAX_NOTE_LENGTH);
    const checkpoint = content === undefined ? '' : openCheckpoint(content, trust.origin, trust.key, noteKeys);
    if (typeof checkpoint === 'string' || cosignedBy(checkpoint.note, witness, noteKeys) === undefined) continue
    const gone = rollbackFault(checkpoint, newest, `${branch.name}, seen by ${witness.name}`);
    if (gone !== undefined) return gone
    if (!sameBytes(rootOf(checkpoint.size), checkpoint.root))
      return logFault('fork', `the log at size ${checkpoint.size} is not the one that ${witness.name} has seen`)
    for (const one of cosignersOf(checkpoint.note, { ...trust, witnesses: [witness] }, at, noteKeys))
      cosigned.push({ ...one, checkpoint });
  }
  const bySize = cosigned.toSorted((a, b) => b.checkpoint.size - a.checkpoint.size || b.at.getTime() - a.at.getTime());
  const chosen = bySize.slice(0, Math.max(trust.quorum, 1)).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const fault = quorumFault(chosen, trust, at);
  if (fault !== undefined) return fault
  const time = asOf(chosen, trust.quorum);
  const sizes = trust.quorum === 0 ? [newest.size] : chosen.map(one => one.checkpoint.size);
  return { size: Math.min(...sizes), cosigned, ...(time === undefined ? {} : { asOf: time }) }
}

/** A log that was read whole, and of which every entry, tile and head holds together. */
                              
                         
                                            
                                       
                                                                       
                       
                                                   
                                                                             
                                                                                                                      
                                   
                                                             
                           
 

/** What readers need besides: tiles to make proofs from. */
                                                                    
                                
                                         
 

/**
 * Reads a whole log and believes nothing: the tree is made anew from the entries, every tile and head is compared with it, the checkpoint
 * must continue all that was seen of the log before (`seen`) and all that its witnesses saw, and the quorum must have cosigned, not
 * too long ago. Throws only where the branch cannot be read.
 */
async function readLog(
  branch           ,
  trust          ,
  seen                     ,
  ports          ,
)                              {
  const lost = seen.find(({ size }) => size > 0);
  const commit = lost === undefined ? await requireHead(branch) : await branch.head();
  if (commit === undefined) return logFault('rollback', `no branch < last seen ${lost?.size} (${branch.name})`)
  const heads = await readHeads(branch, commit, trust, ports);
  if (isFault(heads)) return heads
  const { checkpoint, state } = heads;
  for (const head of seen) {
    const fault = rollbackFault(head, checkpoint, branch.name);
    if (fault !== undefined) return fault
  }
  const misplaced = fileFault(branch.name, await branch.list(commit), state.size);
  if (misplaced !== undefined) return misplaced

  const { hash } = ports.noteKeys;
  const tiles = committedTiles(branch, commit);
  const missing = await tiles.load(tilesOf(state.size));
  if (missing !== undefined) return missing
  const committed = await committedEntries(0, state.size, tiles);
  if (isFault(committed)) return committed
  const entries = committed.map(({ entry }) => entry);
  const { written } = grow(0, () => new Uint8Array(), entries, hash);
  const remade = (size        ) =>
    rangeHash({ from: 0, to: size }, state.size, tile => written.get(tilePath(tile)) ?? new Uint8Array(), hash);
  const edited = tileFault(branch.name, state.size, tiles.get, written);
  if (edited !== undefined) return edited
  if (!sameBytes(remade(state.size), state.root))
    return logFault('corrupt', `the entries of ${branch.name} do not make the root of its state`)
  for (const { size, root } of [checkpoint, ...seen])
    if (!sameBytes(remade(size), root))
      return logFault('fork', `no consistency proof from size ${size} to ${state.size}`)

  const leaves                                  = [];
  for (const [index, entry] of entries.slice(0, checkpoint.size).entries()) {
    const leaf = readLeaf(entry);
    if (leaf === undefined)
      return logFault('corrupt', `entry ${index} is not a leaf that Proofmark writes (${branch.name})`)
    leaves.push({ index, leaf });
  }
  const witnessed = await witnessedHead(branch, heads, trust, remade, ports);
  if (isFault(witnessed)) return witnessed
  const note = writeNote(checkpoint.note);
  return { ...heads, tiles, entries, note, leaves, witnessed, unsigned: state.size - checkpoint.size }
}

/** Largest trusted root that is read, in bytes: the public instance's has about 7 000. */
const MAX_TRUSTED_ROOT_BYTES = 1024 * 1024;

/** Trust with the document that it names read. */

/** Trust in one public key (PEM), at any time: what a plain `--key proofmark.pub` says. */
const trustInKey = (key        , name        )        => ({ keys: [{ name, key }] });

const MAX_KEY_BYTES = 64 * 1024;

/** Trust with the trusted root read that it names. */
async function loadTrust({ 'trusted-root': path, ...trust }       , files       )                       {
  if (path === undefined) return trust
  return { ...trust, trustedRoot: await files.readText(path, { maxBytes: MAX_TRUSTED_ROOT_BYTES }) }
}

/** Trust in the one public key of a file, at any time. */
const loadKeyTrust = async (path        , files       )                       =>
  loadTrust(trustInKey(await files.readText(path, { maxBytes: MAX_KEY_BYTES }), path), files);

/** Largest policy that is read, in bytes. */
const MAX_POLICY_BYTES = 1024 * 1024;

/** A policy that is a document of its own. It must name the gates it requires, or rules: nothing is required by leaving it out. */
function readPolicy(name        , text        )         {
  if (text.length > MAX_POLICY_BYTES)
    throw new UserError(
      'policy.too-large',
      `Expected ${name} to have at most ${MAX_POLICY_BYTES} bytes but found more`,
      {
        file: name,
      },
    )
  const document = readYaml(name, text);
  const value = document.value ?? {};
  const policy = validate(Policy, { ...document, value }, 'policy.invalid');
  if (policy.from !== undefined)
    throw new UserError(
      'policy.from-again',
      `Expected ${name} to be the policy but it only names another ('from', ${document.place(['from']).text})`,
      { file: name, hint: "Name that one in the settings' policy.from" },
    )
  if (!names(value))
    throw new UserError(
      'policy.names-nothing',
      `Expected ${name} to say what must hold but found neither 'require' nor 'rules'`,
      {
        file: name,
        hint: 'Write at least: require: [data-validate, model-certify, security-scan, drift-compare]',
      },
    )
  return policy
}

const names = (value         )          =>
  typeof value === 'object' && value !== null && ('require' in value || 'rules' in value);

/** A policy, and where it was read, as a certificate states it. */
                               
                         
                      
                                                    
                                      
 

/** Where a file of the policy's is read: here, or in a pull request as it stands on the base branch. */
                                                     

/** Reads the policy from where `policy.from` says that it is kept; undefined where the settings themselves have it. */
async function openPolicy(
  { from }                      ,
  files             ,
  { forge }                      ,
)                                    {
  if (from === undefined) return undefined
  const { file, repository, path, ref } = from;
  if (file !== undefined) {
    const text = await files.readText(file);
    if (text === undefined)
      throw new UserError(
        'policy.missing',
        `Expected the policy in ${file} on the base branch but found no such file`,
        {
          file,
          hint: 'Merge the file first: in a pull request the policy of the base branch counts',
        },
      )
    return { policy: readPolicy(file, text), uri: file }
  }
  if (repository === undefined || path === undefined || ref === undefined)
    throw new Error('The schema wants a file, or repository, path and ref')
  if (!forge)
    throw new UserError(
      'policy.no-github',
      `Expected a way to GitHub to read the policy from ${repository} (${path} at ${ref}) but found none`,
      { hint: 'Give a copy of it: --policy FILE', kind: 'environment' },
    )
  const found = await forge.readFile(repository, ref, path);
  return {
    policy: readPolicy(`${repository}/${path}`, found.text),
    uri: `git+${found.address}@${found.commit}#${path}`,
    commit: found.commit,
  }
}

/** The files of the settings' folder as they lie here. */
const policyFilesHere = ({ files }                      )              => ({
  readText: path => files.readText(path, { maxBytes: MAX_POLICY_BYTES }),
});

export { leafHash as $, requireKnownThresholds as A, boundsOf as B, percent as C, grouped as D, quantileOf as E, robustScale as F, medianOf as G, scaleOf as H, countDistance as I, PLAIN as J, milliseconds as K, distanceLimit as L, MAX_DOCUMENT_BYTES as M, durationText as N, timeText as O, PERFORMANCE_METRIC_IDS as P, nothingJudged as Q, RULES as R, quantileStore as S, keep as T, ranked as U, rankOf as V, quantileRanks as W, dialectFor as X, Settings as Y, readLeaf as Z, openCheckpoint as _, appendToLog as a, verifyInclusion as a0, cosignersOf as a1, quorumFault as a2, asOf as a3, MAX_PROOF_LENGTH as a4, logTrust as a5, RecordLog as a6, readVerifierKey as a7, Dialect as a8, requireHead as a9, readHeads as aa, isWitnessFile as ab, readSmallText as ac, MAX_NOTE_LENGTH as ad, sameBytes as ae, checkpointText as af, emptyRoot as ag, writeNote as ah, CHECKPOINT_FILE as ai, STATE_FILE as aj, newOrigin as ak, noteVerifier as al, logPlace as am, writeSignerKey as an, writeVerifierKey as ao, proveEntries as ap, LEAF_TYPES as aq, cosign as ar, witnessFile as as, untilDone as at, trustOf as au, isKeyName as av, readSignerKey as aw, anomalies as ax, readLog as b, fromUtf8 as c, documentFile as d, rangeHash as e, fromText as f, rememberSeen as g, hex as h, inputsOf as i, openPolicy as j, instant as k, logSigner as l, loadKeyTrust as m, loadTrust as n, openLog as o, policyFilesHere as p, decodeBase64 as q, readSettings as r, studentT as s, openLogToWrite as t, utf8 as u, encodeBase64 as v, readTlogProof as w, readCheckpointText as x, validityOf as y, figure as z };
