import type { Metric, MetricInfo } from '../metric.ts'
import { type Gap, isGap } from './gap.ts'
import { meanMetric } from './mean-metric.ts'

/** A metric that is the share of rows of which something holds. */
interface ShareOfRows<E> extends Omit<MetricInfo, 'range'>, Pick<Metric<E>, 'parameter'> {
  /** 1 for the rows of which it holds, 0 for the others, or why that cannot be said. */
  rows(model: E): Uint8Array | Gap
}

export const shareMetric = <E>({ rows, ...info }: ShareOfRows<E>): Metric<E> =>
  meanMetric<E>({
    ...info,
    range: [0, 1],
    rows(model) {
      const hits = rows(model)
      return isGap(hits) ? hits : Float64Array.from(hits)
    },
  })
