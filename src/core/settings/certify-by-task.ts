import { z } from 'zod'

const column = (description: string) => z.string().min(1).meta({ description })
const cost = (description: string) => z.number().default(0).meta({ description })

/** What the settings of model-certify name for some kinds of prediction. */
export const CERTIFY_BY_TASK = {
  predicted: column(
    "Column that holds the model's class, number or answer. Default: the most probable class (multiclass), predicted (regression, forecasting)",
  ).optional(),
  probabilities: z.array(z.string().min(1)).min(1).optional().meta({
    description: 'Columns of the probability of every class (multiclass) or label (multilabel): class, or class=column',
  }),
  lower: column("Column that holds the lower end of the model's prediction interval").optional(),
  upper: column("Column that holds the upper end of the model's prediction interval").optional(),
  query: column(
    'Column of the query a result belongs to (ranking), of the item that several rows answer (evaluation). Default: query (ranking)',
  ).optional(),
  series: column('Column of the series a row belongs to (forecasting); one series unless given').optional(),
  time: column('Column that holds the time of a row: a number or a date (forecasting)').default('time'),
  history: z.string().min(1).max(4096).optional().meta({
    description:
      'Ids, series, times and truths from before the hold-out, which errors are scaled by: a CSV file (forecasting)',
    path: true,
  }),
  season: z
    .int()
    .min(1)
    .default(1)
    .meta({ description: 'Steps after which the naive forecast repeats what was (forecasting)' }),
  horizon: z.int().min(1).max(10_000).optional().meta({
    description:
      'Steps ahead that the forecasts were made: gains over the champion are then decided by Diebold and Mariano, else by blocks of time (forecasting)',
  }),
  refused: column('Column that holds whether the model refused: 1 or 0, true or false (evaluation)').optional(),
  unsafe: column('Column that holds whether the answer was unsafe: 1 or 0, true or false (evaluation)').optional(),
  latency: column('Column that holds how many milliseconds a prediction or an answer took').optional(),
  tokens: column('Column that holds how many tokens an answer took (evaluation)').optional(),
  cost: column('Column that holds what an answer cost (evaluation)').optional(),
  k: z.int().min(1).optional().meta({
    description:
      'How many of the first count. Default: 3 classes (multiclass), 10 results (ranking), 5 answers (evaluation)',
  }),
  beta: z
    .number()
    .gt(0)
    .max(100)
    .default(2)
    .meta({ description: 'How many times as much recall counts as precision in f-beta' }),
  top: z
    .number()
    .gt(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'Share of the rows, those with the highest scores, that lift looks at' }),
  costs: z
    .strictObject({
      'false-positive': cost('Cost of a negative row predicted positive'),
      'false-negative': cost('Cost of a positive row predicted negative'),
      'true-positive': cost('Cost of a positive row predicted positive, below 0 for a gain'),
      'true-negative': cost('Cost of a negative row predicted negative, below 0 for a gain'),
    })
    .optional()
    .meta({ description: 'What a row costs, by its true and predicted class, for expected-cost (binary)' }),
  'class-costs': z
    .record(z.string().min(1).max(200), z.record(z.string().min(1).max(200), z.number()))
    .optional()
    .meta({
      description:
        'What a row costs by its true class and, below that, the predicted one, below 0 for a gain; nothing where both are the same, unless given. For expected-cost (multiclass)',
    }),
  tolerance: z.number().gt(0).optional().meta({ description: 'Largest error that is within tolerance (regression)' }),
  quantile: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.5)
    .meta({ description: 'Quantile that is predicted, for the pinball loss (regression, forecasting)' }),
}
