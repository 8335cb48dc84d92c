import type { Metric, MetricInfo } from '../metric.ts'
import type { Sample } from '../sample.ts'
import { type Gap, isGap } from './gap.ts'

/** A metric of all rows at once. */
interface OfAllRows<E extends Sample> extends MetricInfo {
  /** From how much each row counts, NaN where it is undefined; or why there is no value, whatever the weights. */
  value(model: E): ((weights: Float64Array) => number) | Gap
}

/** A metric whose interval is found by drawing the rows again: a resample is the same rows with other weights. */
export function resampledMetric<E extends Sample>({ value, ...info }: OfAllRows<E>): Metric<E> {
  return {
    ...info,
    estimate(model) {
      const { n } = model
      const found = value(model)
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = found(new Float64Array(n).fill(1))
      return Number.isNaN(number) ? { value: null, n, gap: 'it is undefined on these rows' } : { value: number, n }
    },
    form(model) {
      const found = value(model)
      return isGap(found) ? found : { kind: 'weighted', rows: model.n, value: found }
    },
  }
}
