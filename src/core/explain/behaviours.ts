import * as behaviours from '../model/behaviour/index.ts'
import * as degradations from '../model/degradations/index.ts'
import { codeAt, definition } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { registered } from './registered.ts'

const REMEDIES: Readonly<Record<string, string>> = {
  'class-choice':
    'Predict the class whose expected cost is least, or mend the costs in certify.class-costs if they are not what a mistake costs.',
  determinism:
    'Fix the seeds, and the number of threads where sums depend on it; say in certify.tolerance what difference is none.',
  'naive-baseline':
    'A model that no better than guesses is no use: look for swapped labels, a wrong positive class, or features that were lost.',
  robustness: 'Look at which rows change their decision under small disturbances, and train with such disturbances.',
  'suspicious-perfection': 'Look for the label among the features, and for rows of the hold-out in the training data.',
  'threshold-choice':
    'Choose the threshold by the costs, on rows that are not the hold-out, or say why another one is used.',
  'train-overlap': 'Take the rows out of the hold-out, and split by the unit (customer, patient, day) that repeats.',
  'train-test-gap':
    'The model has learnt its rows by heart: make it simpler, give it more rows, or stop training earlier.',
  'weak-segments':
    'Look at the segment: few rows, other data, a feature that is missing. Claim a floor on it once it is mended.',
}

/** Questions about how a model behaves. */
export const ofBehaviour: readonly Explanation[] = registered(behaviours).map(({ id, title }) => ({
  id,
  kind: 'behaviour',
  gate: 'model-certify',
  title,
  means: `${title}: a question about how the model behaves that no metric of the hold-out answers.`,
  computed: definition(`model/behaviour/${id}`),
  source: codeAt(`model/behaviour/${id}`),
  remedy: REMEDIES[id] ?? '',
}))

/** Faults that selftest makes. */
export const ofDegradations: readonly Explanation[] = registered(degradations).map(({ id, title }) => ({
  id,
  kind: 'degradation',
  title,
  means: `A fault that \`proofmark selftest\` puts into the predictions on purpose, to see whether the claims catch it.`,
  computed: definition(`model/degradations/${id}`),
  source: codeAt(`model/degradations/${id}`),
  remedy:
    'Where it is not caught, make a claim stricter, or add one on what it harms, until selftest shows that it is.',
}))
