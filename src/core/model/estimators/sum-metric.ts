import { sum } from '../../stats/samples/sum.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import type { Sample } from '../sample.ts'
import { type Gap, isGap } from './gap.ts'

/** A metric that is a function of sums over the rows, such as Σ e² and Σ y². */
interface OfSums<E extends Sample> extends MetricInfo {
  /** What each row adds to each sum, or why there is no value. */
  columns(model: E): readonly Float64Array[] | Gap
  /** NaN where undefined. */
  value(...sums: number[]): number
}

/** A metric whose interval is found by drawing the rows again. */
export function sumMetric<E extends Sample>({ columns, value, ...info }: OfSums<E>): Metric<E> {
  return {
    ...info,
    estimate(model) {
      const found = columns(model)
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = value(...found.map(sum))
      return Number.isNaN(number) ? { value: null, n: model.n, gap: UNDEFINED } : { value: number, n: model.n }
    },
    form(model) {
      const found = columns(model)
      return isGap(found) ? found : { kind: 'sums', columns: found, value: sums => value(...Array.from(sums)) }
    },
  }
}

const UNDEFINED = 'it is undefined on these rows'
