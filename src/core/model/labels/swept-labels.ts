import type { WeightedForm } from '../forms/form.ts'
import { mean } from '../moments.ts'
import { type Ranked, ranked } from '../roc/ranked.ts'
import type { MultilabelEvaluation } from './multilabel-evaluation.ts'

/** The mean over the labels of a number that the order of their probabilities gives. */
export function sweptLabels(
  { truth, probabilities }: MultilabelEvaluation,
  value: (rows: Ranked, weights: Float64Array) => number,
): Pick<WeightedForm, 'orders' | 'value'> {
  const labels = probabilities.map((scores, label) => ranked(scores, row => truth[label]?.[row] === 1))
  return {
    orders: labels.map(({ order }) => order),
    value: weights => mean(Float64Array.from(labels, (rows, i) => value(rows, weights[i] ?? new Float64Array()))),
  }
}
