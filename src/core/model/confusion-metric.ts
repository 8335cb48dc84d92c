import type { Confusion } from './confusion.ts'
import type { Evaluation } from './evaluation.ts'
import { confusionForm } from './forms/confusion-form.ts'
import type { Metric, MetricInfo } from './metric.ts'

type OfConfusion = MetricInfo &
  Pick<Metric<Evaluation>, 'parameter'> & {
    /** NaN where undefined. */
    value(confusion: Confusion, model: Evaluation): number
  }

/** A metric of two classes that is a function of the confusion counts, its interval found by drawing the rows again. */
export const confusionMetric = ({ value, ...info }: OfConfusion): Metric<Evaluation> => ({
  ...info,
  estimate(model) {
    const number = value(model.confusion, model)
    return Number.isNaN(number)
      ? { value: null, n: model.n, gap: 'all rows were predicted to be of one class' }
      : { value: number, n: model.n }
  },
  form: model => confusionForm(model, confusion => value(confusion, model)),
})
