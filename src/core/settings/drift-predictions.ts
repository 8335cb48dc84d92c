import { z } from 'zod'
import { PERFORMANCE_METRIC_IDS } from '../drift/performance/metric-ids.ts'
import { path } from './path.ts'

const drop = z.number().gt(0)

/** Predictions that drift-compare holds against each other; what their columns mean stands under `certify`. */
export const DriftPredictions = z.strictObject({
  reference: path('Predictions with labels from when the model was good, such as those of its hold-out: a CSV file'),
  current: path('Predictions of production, with labels or without: a CSV file'),
  labels: z.enum(['auto', 'required', 'none']).default('auto').meta({
    description:
      'Whether the current file has labels: as its header says, or by all means, or none; without them performance is estimated (CBPE)',
  }),
  metrics: z
    .array(z.enum(PERFORMANCE_METRIC_IDS))
    .min(1)
    .default(['auc', 'accuracy'])
    .meta({ description: 'Metrics that may stop the gate; the others are reported' }),
  slices: z.array(z.string().min(1)).min(1).optional().meta({
    description: 'Columns of both files whose every value is judged by the same metrics, from 30 rows on',
  }),
  'max-performance-drop': drop.lt(1).default(0.05).meta({
    description: 'Largest harmless loss of a metric, absolute: a fall, or of brier and log-loss a rise',
  }),
  'max-drops': z
    .partialRecord(z.enum(PERFORMANCE_METRIC_IDS), drop)
    .default({})
    .meta({ description: 'The same by metric: { recall: 0.1 }' }),
  'max-decision-change': z.number().gt(0).lt(1).default(0.1).meta({
    description: 'Largest harmless change of the share of rows whose score reaches the threshold, up or down',
  }),
})
