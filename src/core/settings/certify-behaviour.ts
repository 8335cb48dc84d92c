import { z } from 'zod'

const path = (description: string) => z.string().min(1).max(4096).meta({ description, path: true })

/** What the settings of model-certify name beside the predictions: slices, groups and how the model behaves. */
export const CERTIFY_BEHAVIOUR = {
  attributes: path(
    'Table with the columns of slices and groups, by the same id: a CSV file. The predictions unless given',
  ).optional(),
  slices: z.array(z.string().min(1)).min(1).optional().meta({
    description: 'Columns whose every value is shown as a slice, and searched for weak segments',
  }),
  groups: z.array(z.string().min(1)).min(1).optional().meta({
    description: 'Columns whose groups are compared for fairness, e.g. "sex" or "sex and age-band"',
  }),
  train: path('Predictions on the rows that the model was trained on: a CSV file with the same columns').optional(),
  repeat: path(
    'Predictions of the same model on the same rows once more, which must be the same: a CSV file',
  ).optional(),
  perturbed: z
    .array(z.string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Predictions on the same rows with their inputs disturbed: CSV files' }),
  favourable: z.string().min(1).optional().meta({
    description: "Class that it is to a person's advantage to be predicted. Default: the positive class",
  }),
}
