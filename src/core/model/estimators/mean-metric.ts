import type { Estimate } from '../estimate.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import { type Gap, isGap } from './gap.ts'
import { gainOf, meanOf } from './mean-of.ts'

/** A metric that is the mean of one number per row. */
interface MeanOfRows<E> extends MetricInfo, Pick<Metric<E>, 'parameter'> {
  /** The number of every row, or why there is none. */
  rows(model: E): Float64Array | Gap
}

/** A mean with Student's interval; of bounded numbers with one that rests on the bounds, where too few rows differ. */
export function meanMetric<E>({ rows, ...info }: MeanOfRows<E>): Metric<E> {
  const { better, range } = info
  const bounds = range.every(Number.isFinite) ? { bounds: range } : {}
  const greatest = range[0] === 0 ? range[1] : Number.POSITIVE_INFINITY
  return {
    ...info,
    estimate(model, level) {
      const values = rows(model)
      return isGap(values) ? { value: null, n: 0, ...values } : meanOf(values, greatest, level)
    },
    compare(challenger, champion, level): Estimate {
      const [own, its] = [rows(challenger), rows(champion)]
      if (isGap(own)) return { value: null, n: 0, ...own }
      if (isGap(its)) return { value: null, n: 0, ...its }
      return better === 'lower' ? gainOf(own, its, greatest, level) : gainOf(its, own, greatest, level)
    },
    form(model) {
      const values = rows(model)
      return isGap(values) ? values : { kind: 'mean', values, ...bounds }
    },
  }
}
