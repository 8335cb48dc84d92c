import type { WeightedForm } from '../forms/form.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import type { Sample } from '../sample.ts'
import { type Gap, isGap } from './gap.ts'

type Ordered = Pick<WeightedForm, 'orders' | 'value' | 'of'> & {
  /** The value where every row counts once, where that is quicker to tell. */
  readonly plain?: () => number
}

/** A metric of all rows at once. */
interface OfAllRows<E extends Sample> extends MetricInfo, Pick<Metric<E>, 'parameter'> {
  /** How the value reads the rows' weights, or why there is no value, whatever the weights. */
  ordered(model: E): Ordered | Gap
}

/** A metric whose interval is found by drawing the rows again: a resample is the same rows with other weights. */
export function resampledMetric<E extends Sample>({ ordered, ...info }: OfAllRows<E>): Metric<E> {
  // To sort the rows takes longest: once for a model, not for its value, its interval and its comparison.
  const known = new WeakMap<E, Ordered | Gap>()
  const once = (model: E) => {
    const found = known.get(model) ?? ordered(model)
    known.set(model, found)
    return found
  }
  return {
    ...info,
    estimate(model) {
      const { n } = model
      const found = once(model)
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = found.plain?.() ?? found.value(found.orders.map(({ length }) => new Float64Array(length).fill(1)))
      return Number.isNaN(number) ? { value: null, n, gap: 'it is undefined on these rows' } : { value: number, n }
    },
    form(model) {
      const found = once(model)
      if (isGap(found)) return found
      const { orders, value, of } = found
      return { kind: 'weighted', rows: model.n, orders, value, ...(of ? { of } : {}) }
    },
  }
}
