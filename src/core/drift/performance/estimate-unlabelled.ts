import { mean, variance } from '../../model/moments.ts'
import { normal } from '../../stats/index.ts'
import { seeded } from '../../stats/random/seeded.ts'
import { calibratedAt } from './calibrated-at.ts'
import type { Change } from './change.ts'
import { coarser } from './coarser.ts'
import { drawHits } from './draw-hits.ts'
import { groupedFigures } from './grouped-figures.ts'
import type { GroupedScores } from './grouped-scores.ts'
import { halfOfGroups } from './half-of-groups.ts'
import { PERFORMANCE_METRIC_IDS, type PerformanceMetricId } from './metric-ids.ts'
import { resampledGroups } from './resampled-groups.ts'

/** Resamples of the reference that the uncertainty rests on. */
export const RESAMPLES = 200

/** The bias of isotonic regression falls with the rows to the power of 2/3: of what a half has, this is more than the whole has. */
const LOST_BY_HALVING = 2 ** (2 / 3) - 1

/** What else decides on the estimates. */
export interface Estimating {
  readonly threshold: number
  /** Hexadecimal digits. */
  readonly seed: string
  readonly resamples?: number
}

/**
 * Changes of performance without labels by CBPE: scores are calibrated on the reference, and the probabilities of the current rows give
 * their expected confusion matrix. Undefined metrics are left out.
 *
 * The interval is for what labels of these rows would show. Its width comes of bootstrap resamples of the reference: the estimate with
 * the resample's calibration, less what labels drawn by the reference's own calibration show, less how far the resample's own performance
 * is off. Its centre is the estimate less its optimism, for isotonic regression spreads probabilities too far: that is extrapolated from
 * calibrations on halves of the reference, and taken to be wrong by as much again. test/slow/cbpe-coverage.test.ts holds how often it errs.
 */
export function estimateUnlabelled(
  reference: GroupedScores,
  current: Pick<GroupedScores, 'scores' | 'rows'>,
  { threshold, seed, resamples = RESAMPLES }: Estimating,
): Map<PerformanceMetricId, Change> {
  const expected = (by: GroupedScores, { scores, rows }: Pick<GroupedScores, 'scores' | 'rows'>) => {
    const positives = calibratedAt(scores, by).map((p, i) => p * (rows[i] ?? 0))
    return groupedFigures({ scores, rows, positives }, threshold)
  }
  const [before, now] = [groupedFigures(reference, threshold), expected(reference, current)]
  const cells = coarser(reference, threshold)
  const coarse = coarser({ ...current, positives: new Float64Array(current.rows.length) }, threshold)
  const [own, estimate] = [groupedFigures(cells, threshold), expected(cells, coarse)]
  const probabilities = calibratedAt(coarse.scores, cells)
  const random = seeded(seed, 'cbpe')
  const off = Array.from({ length: resamples }, () => {
    const resampled = resampledGroups(cells, random)
    const positives = probabilities.map((p, i) => drawHits(random, coarse.rows[i] ?? 0, p))
    return {
      own: groupedFigures(resampled, threshold),
      estimate: expected(resampled, coarse),
      shown: groupedFigures({ ...coarse, positives }, threshold),
      half: expected(halfOfGroups(cells, random), coarse),
    }
  })
  const n = { reference: total(reference.rows), current: total(current.rows) }
  return new Map(
    PERFORMANCE_METRIC_IDS.flatMap(id => {
      if (!Number.isFinite(before[id]) || !Number.isFinite(now[id])) return []
      const errors = Float64Array.from(off, one => one.estimate[id] - one.shown[id] - (one.own[id] - own[id]))
      const error = Math.sqrt(variance(errors))
      const bias = (mean(Float64Array.from(off, ({ half }) => half[id])) - estimate[id]) / LOST_BY_HALVING
      // A metric that some resamples do not have is not known well enough.
      if (!Number.isFinite(error) || !Number.isFinite(bias)) return []
      const value = now[id] - before[id]
      const change: Change = {
        reference: before[id],
        current: now[id],
        value,
        rows: n,
        method: `cbpe, ${resamples} resamples`,
        intervalAt(level) {
          const reach = normal.isf((1 - level) / 2) * Math.hypot(error, bias)
          return [value - bias - reach, value - bias + reach]
        },
      }
      return [[id, change] as const]
    }),
  )
}

const total = (rows: Float64Array) => rows.reduce((sum, n) => sum + n, 0)
