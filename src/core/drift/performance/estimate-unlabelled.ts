import { mean, variance } from '../../model/moments.ts'
import { normal } from '../../stats/index.ts'
import { seeded } from '../../stats/random/seeded.ts'
import { calibratedAt } from './calibrated-at.ts'
import type { Change } from './change.ts'
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
  const { scores, rows } = current
  const probabilities = calibratedAt(scores, reference)
  const expected = (by: Float64Array) =>
    groupedFigures({ scores, rows, positives: by.map((p, i) => p * (rows[i] ?? 0)) }, threshold)
  const [before, now] = [groupedFigures(reference, threshold), expected(probabilities)]
  const random = seeded(seed, 'cbpe')
  const off = Array.from({ length: resamples }, () => {
    const resampled = resampledGroups(reference, random)
    const shown = groupedFigures(
      {
        scores,
        rows,
        positives: probabilities.map((p, i) => drawn(rows[i] ?? 0, p)),
      },
      threshold,
    )
    return {
      own: groupedFigures(resampled, threshold),
      estimate: expected(calibratedAt(scores, resampled)),
      shown,
      half: expected(calibratedAt(scores, halfOfGroups(reference, random))),
    }
  })
  const n = { reference: total(reference.rows), current: total(rows) }
  return new Map(
    PERFORMANCE_METRIC_IDS.flatMap(id => {
      if (!Number.isFinite(before[id]) || !Number.isFinite(now[id])) return []
      const errors = Float64Array.from(
        off,
        ({ own, estimate, shown }) => estimate[id] - shown[id] - (own[id] - before[id]),
      )
      const sound = errors.filter(error => Number.isFinite(error))
      // A metric that some resamples do not have is not known well enough.
      if (sound.length < errors.length) return []
      const error = Math.sqrt(variance(sound))
      const bias = (mean(Float64Array.from(off, ({ half }) => half[id])) - now[id]) / LOST_BY_HALVING
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

  function drawn(of: number, p: number): number {
    let hits = 0
    for (let i = 0; i < of; i++) if (random.uniform() < p) hits++
    return hits
  }
}

const total = (rows: Float64Array) => rows.reduce((sum, n) => sum + n, 0)
