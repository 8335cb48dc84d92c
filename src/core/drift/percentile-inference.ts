import { ks2samp, mannWhitneyU, normal } from '../stats/index.ts'
import type { Measurement } from './method.ts'
import { percentilePlaces } from './percentile-places.ts'

/** Standard deviation of the places of a reference in which 1 row in 100 differs from all others; of a steadier one, the unit all the same. */
const STEADIEST = Math.sqrt(0.01 * 0.99) / 2

/** Rows of the smaller side to be expected off the most frequent value for the normal law of ranks. */
const OFF_MODE = 10

/** How far ascending numbers have moved among the percentiles of the reference: see the method's variant. */
export function percentileInference(
  x: Float64Array,
  y: Float64Array,
  alpha: number,
): Required<Pick<Measurement, 'effect' | 'inference'>> {
  const [n, m] = [x.length, y.length]
  const { distance, own, ofReference, ofCurrent, mostFrequent } = percentilePlaces(x, y)
  const unit = Math.max(Math.sqrt(own), STEADIEST)
  const effect = distance / unit
  const spread = { reference: Math.max(1, ofReference / unit ** 2), current: Math.max(1, ofCurrent / unit ** 2) }
  const error = (n: number, m: number) => Math.sqrt(spread.reference / n + spread.current / m)
  const [short, over] = [normal.isf(alpha), normal.isf(alpha / 4)]
  const offMode = ((n + m - mostFrequent) * Math.min(n, m)) / (n + m)
  const byShape = ks2samp(x, y).pValue
  return {
    effect,
    inference: {
      interval: [Math.max(0, effect - over * error(n, m)), effect + short * error(n, m)],
      pValue: offMode < OFF_MODE ? byShape : Math.min(1, 2 * Math.min(byShape, mannWhitneyU(x, y).pValue)),
      testable: mostFrequent < n + m,
      rows: { reference: n, current: m },
      upperAt(futureN, futureM, drifted) {
        // A distance that is only chance shrinks like the standard error of a share.
        const chance = Math.sqrt((1 / futureN + 1 / futureM) / (1 / n + 1 / m))
        return (drifted ? effect : effect * chance) + short * error(futureN, futureM)
      },
    },
  }
}
