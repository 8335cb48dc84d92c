import type { Estimate } from '../estimate.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import { type Sample, weightsOf } from '../sample.ts'
import { type Gap, isGap } from './gap.ts'

/** A metric of all rows at once. */
export interface OfAllRows<E extends Sample> extends MetricInfo {
  /** From how much each row counts, NaN where it is undefined; or why there is no value, whatever the weights. */
  value(model: E): ((weights: Float64Array) => number) | Gap
}

/** A metric whose interval is found by drawing the rows again: a resample is the same rows with other weights. */
export function resampledMetric<E extends Sample>({ value, ...info }: OfAllRows<E>): Metric<E> {
  return {
    ...info,
    estimate(model) {
      const found = value(model)
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = found(weightsOf(model))
      return { value: Number.isNaN(number) ? null : number, n: model.n, gap: GAP } satisfies Estimate
    },
  }
}

const GAP = 'there is no interval for it yet'
