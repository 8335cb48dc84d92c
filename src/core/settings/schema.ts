import { z } from 'zod'
import { ControlSettings } from '../controls/extend-catalogue.ts'
import { Card } from '../model/card/card.ts'
import { TASK_IDS } from '../model/task-id.ts'
import { Policy } from '../record/policy/policy.ts'
import { ResultThreshold } from '../results/thresholds.ts'
import { USUAL_LIMITS } from '../security/limits.ts'
import { Dialect } from '../tables/dialect.ts'
import { CERTIFY_BEHAVIOUR } from './certify-behaviour.ts'
import { CERTIFY_BY_TASK } from './certify-by-task.ts'
import { Connections } from './connections.ts'
import { Drift } from './drift.ts'
import { Dvc } from './dvc.ts'
import { table } from './engine-table.ts'
import { path } from './path.ts'
import { Record } from './record.ts'

const paths = (description: string) =>
  z
    .array(z.string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .meta({ description })
const column = (description: string) => z.string().min(1).meta({ description })

const Model = z.strictObject({
  name: z.string().min(1).max(200).optional().meta({ description: 'Name of the model, as the certificate states it' }),
  version: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Version of the model, as the certificate states it' }),
  files: paths('The model: files, folders or * globs').optional(),
  card: Card.optional().meta({
    description: 'What only people can say of the model: makes a model card of it and what is measured',
  }),
})

const Data = z.strictObject({
  files: z
    .array(table('A CSV, JSON Lines or Parquet file, or a table on an engine'))
    .min(1)
    .optional()
    .meta({ description: 'Tables to validate: CSV, JSON Lines or Parquet files, or tables on an engine' }),
  contract: path('What the data must look like: an ODCS v3.1 YAML file').optional(),
  shard: z
    .string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .refine(text => Number(text.split('/')[0]) <= Number(text.split('/')[1]), {
      error: 'a part of as many, such as 2/4',
    })
    .optional()
    .meta({ description: 'Measure a part of the rows only, e.g. 2/4, and write what was measured for merge' }),
  results: paths('Results of another tool to take over: JSON files of Great Expectations, dbt or Deequ').optional(),
  'result-thresholds': z.record(z.string().min(1), ResultThreshold).default({}).meta({
    description: "Thresholds in place of those in the results, by check or column: { Completeness.age: '>= 0.95' }",
  }),
  merge: paths('Join what all shards have measured, and judge it: the files they wrote').optional(),
  dialects: z.record(z.string().min(1), Dialect).optional().meta({
    description: 'CSV files not written as RFC 4180 has it, by path or pattern: delimiter, quote, decimal, encoding …',
  }),
  dvc: Dvc.optional().meta({ description: 'Where the data that DVC tracks must be' }),
})

/** A command of the user's that scores the hold-out. */
const Predict = z.strictObject({
  command: z.tuple([z.string().min(1)], z.string()).meta({
    description:
      "The program and its arguments, e.g. [python, predict.py]; no shell reads it. It writes the file 'predictions'",
  }),
  folder: path('Where it works').default('.'),
  'max-seconds': z.int().min(1).max(86_400).default(600).meta({
    description: 'Seconds after which it is ended, and all that it has started',
  }),
  environment: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
    .default([])
    .meta({ description: 'Variables of the environment that it is told, besides PATH, HOME and the like' }),
  inputs: paths('What it reads, such as the hold-out and its own code: their digests stand in the evidence').optional(),
})

/** A model that is asked here. */
const Onnx = z.strictObject({
  model: path('The model, an ONNX file'),
  data: path('The hold-out: a table with the ids, the truth and the features'),
  features: z.array(z.string().min(1)).min(1).optional().meta({
    description: "Columns that make the model's one matrix, in its order; an input for each column goes by name",
  }),
  output: z.string().min(1).optional().meta({
    description: 'Name of the output that holds the predictions; needed where several hold numbers',
  }),
  columns: z.record(z.string().min(1), z.int().nonnegative()).meta({
    description: 'Columns to write, and where in a row of the output each stands, from 0: { p_bad: 0 }',
  }),
})

/** How often a hold-out may be used. */
const Looks = z.strictObject({
  most: z.int().min(1).max(10_000).default(20).meta({ description: 'Models that may be judged on the same rows' }),
  earlier: paths('Evidence of earlier runs, or certificates: what was judged before').optional(),
  spend: z.boolean().default(false).meta({
    description: 'true: every interval is as wide as its share of that many looks asks for (Bonferroni)',
  }),
})

/** What a model is held against besides the champion, so that small losses do not add up unseen. */
const Anchor = z.strictObject({
  certificates: paths('Certificates of this model so far: the oldest that is still valid counts'),
  key: path('Public key (PEM) that signed them'),
  predictions: path(
    'Predictions of the model of that certificate, on the same rows; their digest must be the certified one',
  ),
  budget: z.number().min(1).max(100).default(2).meta({
    description: 'How many times the margin of a claim on the champion may be lost since then',
  }),
})

const Certify = z.strictObject({
  predictions: path('Row-level predictions of the model on the hold-out: a CSV file').optional(),
  champion: path('Row-level predictions of the model in production, on the same rows: a CSV file').optional(),
  onnx: Onnx.optional().meta({
    description: "An ONNX model that is asked here, and whose answers are written as 'predictions'",
  }),
  task: z.enum(TASK_IDS).default('binary').meta({ description: 'Kind of prediction' }),
  predict: Predict.optional().meta({ description: 'A command that makes the predictions before they are read' }),
  id: column('Column that identifies a row in both prediction files').default('id'),
  label: column(
    'Column that holds the truth: a class, a number, how relevant a result is, the answer expected',
  ).default('label'),
  score: column(
    'Column that holds the probability of the positive class, what results are ranked by, the grade of an answer',
  ).default('score'),
  positive: z.string().default('1').meta({ description: 'Value of the label column that is the positive class' }),
  weight: column('Column that holds how much a row counts; every row once unless given').optional(),
  cluster: column(
    'Column of what rows belong together by, such as the customer; every row apart unless given',
  ).optional(),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'A row counts as predicted positive where its score is at least this' }),
  ...CERTIFY_BY_TASK,
  level: z
    .number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta({ description: 'Two-sided confidence level of every interval' }),
  anchor: Anchor.optional().meta({
    description: 'Holds every claim on the champion against the oldest valid certificate, too',
  }),
  looks: Looks.optional().meta({ description: 'Counts the models that were judged on this hold-out' }),
  claims: z
    .array(z.string().min(1))
    .optional()
    .meta({ description: 'What must hold, e.g. "auc >= 0.80" or "auc no worse than champion by 0.01"' }),
  ...CERTIFY_BEHAVIOUR,
})

const Security = z.strictObject({
  paths: paths('Files and folders to scan besides the model files').optional(),
  vulnerabilities: z
    .union([z.enum(['off', 'api']), path("OSV's all.zip, or a folder of them")], {
      error: "Expected to be off, api, or the path of OSV's all.zip",
    })
    .default('off')
    .meta({
      description:
        "Where known vulnerabilities are looked up: off, api (sends names and versions to osv-url), or the path of OSV's all.zip",
    }),
  'osv-url': z
    .url({ protocol: /^https?$/ })
    .default('https://api.osv.dev')
    .meta({ description: 'Address of the OSV server that vulnerabilities: api asks' }),
  secrets: z
    .strictObject({
      baseline: path(
        'Credentials that were there before and only warn; write it with proofmark secrets-baseline',
      ).optional(),
    })
    .prefault({})
    .meta({ description: 'How credentials are looked for' }),
  'sensitive-data': z.boolean().default(false).meta({
    description: 'true: look for personal data in every table that the settings name, and hold it against the contract',
  }),
  'quasi-identifiers': z.array(z.string().min(1)).min(1).optional().meta({
    description: 'Columns by which people could be told apart together, such as age, sex and postcode',
  }),
  'min-k': z.int().min(2).default(5).meta({
    description: 'Rows that must share each combination of the quasi-identifiers (k-anonymity)',
  }),
  'min-l': z.int().min(2).optional().meta({
    description: 'Distinct values that each sensitive column must have among such rows (l-diversity)',
  }),
  'max-seconds': z.int().min(1).max(3600).default(USUAL_LIMITS.seconds).meta({
    description: 'Seconds that reading one file may take, and one more for every 10 MB of it',
  }),
  'max-memory': z.int().min(256).max(65536).default(USUAL_LIMITS.memory).meta({
    description: 'Memory that reading one file may take, in MiB',
  }),
  'max-depth': z.int().min(0).max(100).default(USUAL_LIMITS.depth).meta({
    description: 'Archives and compressed streams inside one another that are opened',
  }),
  'max-ratio': z.int().min(1).max(100_000).default(USUAL_LIMITS.ratio).meta({
    description: 'How many times its own size a file may decompress to; 64 MiB are allowed in any case',
  }),
})

export { Policy }

/** proofmark.yml. Every section can also be given by the inputs of the action, or the flags of the command, it belongs to. */
export const Settings = z
  .strictObject({
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
  .meta({ title: 'Proofmark settings', description: 'proofmark.yml: what Proofmark checks, and what must hold' })
export type Settings = z.output<typeof Settings>
