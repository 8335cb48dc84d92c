import type { WeightedForm } from '../forms/form.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import type { Sample } from '../sample.ts'
import { type Gap, isGap } from './gap.ts'

/** A metric of all rows at once. */
interface OfAllRows<E extends Sample> extends MetricInfo {
  /** How the value reads the rows' weights, or why there is no value, whatever the weights. */
  ordered(model: E): Pick<WeightedForm, 'orders' | 'value' | 'of'> | Gap
}

/** A metric whose interval is found by drawing the rows again: a resample is the same rows with other weights. */
export function resampledMetric<E extends Sample>({ ordered, ...info }: OfAllRows<E>): Metric<E> {
  return {
    ...info,
    estimate(model) {
      const { n } = model
      const found = ordered(model)
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = found.value(found.orders.map(({ length }) => new Float64Array(length).fill(1)))
      return Number.isNaN(number) ? { value: null, n, gap: 'it is undefined on these rows' } : { value: number, n }
    },
    form(model) {
      const found = ordered(model)
      return isGap(found) ? found : { kind: 'weighted', rows: model.n, ...found }
    },
  }
}
