import { z } from 'zod'
import { METHOD_IDS } from '../drift/method-ids.ts'
import { SeriesList } from '../drift/series/settings.ts'
import { ResultThreshold } from '../results/thresholds.ts'
import { DriftPredictions } from './drift-predictions.ts'
import { table } from './engine-table.ts'

/** The section `drift`: what drift-compare reads and requires. */
export const Drift = z.strictObject({
  reference: table(
    'The table the model was built on: a CSV, JSON Lines or Parquet file, or a table on an engine',
  ).optional(),
  current: table('The table to compare with it: a CSV, JSON Lines or Parquet file, or a table on an engine').optional(),
  columns: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Columns to compare; all the two tables share unless given' }),
  ignore: z.array(z.string().min(1)).optional().meta({ description: 'Columns to leave out, such as identifiers' }),
  profile: z.enum(['proofmark', 'evidently', 'nannyml', 'tfdv']).default('proofmark').meta({
    description: "Whose rules decide: proofmark, or another tool's with its defaults: evidently, nannyml, tfdv",
  }),
  alpha: z
    .number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .meta({ description: 'Chance of any false alarm over all columns together (Holm)' }),
  'max-effect': z.number().gt(0).max(1).default(0.1).meta({
    description:
      'Largest harmless change of a distribution, for methods without a limit of their own, such as kolmogorov-smirnov and total-variation',
  }),
  methods: z.record(z.string().min(1), z.enum(METHOD_IDS)).default({}).meta({
    description:
      'Method that decides on the distribution, by column, or by kind of column: numeric, categorical, boolean, datetime, text, embedding; rows: of all columns together',
  }),
  embeddings: z
    .record(z.string().min(1), z.array(z.string().min(1)).min(1))
    .default({})
    .meta({
      description: 'Columns of numbers that are one vector, by a name for it: compared together, not one by one',
    }),
  limits: z.record(z.string().min(1), z.number().gt(0)).default({}).meta({
    description:
      'Largest harmless effect, by column or by method, on the scale of the method; max-effect or that of the method unless given',
  }),
  calibrate: z.boolean().default(false).meta({
    description:
      'true: raise the limit of a column whose reference differs from itself by more, chunk by chunk of as many rows as the current table',
  }),
  critical: z.array(z.string().min(1)).min(1).optional().meta({
    description: 'Columns that stop the gate where they have drifted; all without a weight unless given',
  }),
  weights: z.record(z.string().min(1), z.number().min(0)).optional().meta({
    description: 'Importance of columns that do not stop the gate by themselves, but together',
  }),
  'max-drifted-weight': z.number().min(0).lt(1).default(0.2).meta({
    description: 'Largest share of all weights that columns which drifted may hold',
  }),
  'on-inconclusive': z.enum(['block', 'warn']).default('block').meta({
    description: 'What a column that is undecided for want of rows does: block, or warn and let it pass',
  }),
  'max-missing-change': z
    .number()
    .gt(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'Largest harmless change of the missing share' }),
  'max-unseen-share': z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'Largest harmless share of rows whose category the reference never had' }),
  predictions: DriftPredictions.optional().meta({
    description: 'Predictions to compare: scores, decisions, and performance with labels or without',
  }),
  results: z
    .array(z.string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Reports of another tool to take over: the JSON files that Evidently writes' }),
  'result-thresholds': z.record(z.string().min(1), ResultThreshold).default({}).meta({
    description: 'Thresholds in place of those in the results, by check, column or method: { psi: 0.2 }',
  }),
  series: SeriesList.optional().meta({
    description: 'Operational series of production: volume, rates, latencies, from logs or Prometheus',
  }),
})
