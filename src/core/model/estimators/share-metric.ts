import type { Metric, MetricInfo } from '../metric.ts'
import { pairedProportion } from '../proportions/paired-proportion.ts'
import { proportion } from '../proportions/proportion.ts'
import type { Sample } from '../sample.ts'
import { type Gap, isGap } from './gap.ts'
import { gainOf, meanOf } from './mean-of.ts'

/** A metric that is the share of rows of which something holds. */
interface ShareOfRows<E extends Sample> extends Omit<MetricInfo, 'range'> {
  /** 1 for the rows of which it holds, 0 for the others, or why that cannot be said. */
  rows(model: E): Uint8Array | Gap
}

/** A share with its exact interval, and the difference of two on the same rows with Tango's; of weighted or clustered rows as a mean. */
export function shareMetric<E extends Sample>({
  rows,
  ...info
}: ShareOfRows<E>): Metric<E> & Required<Pick<Metric<E>, 'compare'>> {
  return {
    ...info,
    range: [0, 1],
    estimate(model, level) {
      const hits = rows(model)
      if (isGap(hits)) return { value: null, n: 0, ...hits }
      return model.weights || model.clusters
        ? meanOf(Float64Array.from(hits), model, 1, level)
        : proportion(count(hits), hits.length, level)
    },
    compare(challenger, champion, level) {
      const [own, its] = [rows(challenger), rows(champion)]
      if (isGap(own)) return { value: null, n: 0, ...own }
      if (isGap(its)) return { value: null, n: 0, ...its }
      const [better, worse] = info.better === 'higher' ? [own, its] : [its, own]
      if (challenger.weights || challenger.clusters)
        return gainOf(Float64Array.from(worse), Float64Array.from(better), challenger, 1, level)
      const only = (mine: Uint8Array, other: Uint8Array) => count(mine.map((hit, row) => (hit && !other[row] ? 1 : 0)))
      return pairedProportion({ n: own.length, gained: only(better, worse), lost: only(worse, better) }, level)
    },
  }
}

const count = (hits: Uint8Array) => hits.reduce((sum, hit) => sum + hit, 0)
