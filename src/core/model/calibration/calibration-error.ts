import { nonCentralChiSquared, normal } from '../../stats/index.ts'
import { drawBinomial } from '../../stats/random/draw-binomial.ts'
import type { Random } from '../../stats/random/random.ts'
import { quantileOf } from '../../stats/samples/quantile-of.ts'
import { bisect } from '../intervals/bisect.ts'
import type { Bin } from './bins.ts'

/** How far probabilities are from what happens, on average over the bins. */
export interface CalibrationError {
  /** As it is found; of a perfectly calibrated model it is above zero, too. */
  readonly raw: number
  /** What the same probabilities let expect, were they right. */
  readonly expected: number
  /** `raw` less `expected`, at least 0. */
  readonly value: number
  readonly interval: readonly [number, number]
  /** Chance of at least as large an error, were the probabilities right. */
  readonly pValue: number
}

const RESAMPLES = 1000

/**
 * The expected calibration error over bins of equal mass, Σ wᵦ |dᵦ|. What a calibrated model would show is found by drawing labels from
 * the probabilities themselves (consistency resampling: Bröcker and Smith 2007), a bin's from its mean.
 *
 * The interval's upper end holds for Σ wᵦ |dᵦ| ≤ √(v̄ λ / n), where λ is the noncentrality of Σ nᵦ dᵦ² / vᵦ, a noncentral χ² (Cauchy and
 * Schwarz); its lower end because what is found exceeds what is true by no more than the errors' own Σ wᵦ |εᵦ|.
 */
export function calibrationError(bins: readonly Bin[], random: Random, level: number): CalibrationError {
  const n = bins.reduce((sum, { rows }) => sum + rows, 0)
  const outside = (1 - level) / 2
  const raw = bins.reduce((sum, bin) => sum + Math.abs(bin.observed - bin.expected), 0) / n
  const calibrated = draws(
    bins.map(
      ({ rows, expected }) =>
        () =>
          Math.abs(drawBinomial(random, rows, Math.min(1, expected / rows)) - expected),
    ),
  )
  const deviations = bins.map(bin => Math.sqrt(largerVariance(bin)))
  const errors = draws(
    deviations.map(deviation => () => Math.abs(deviation * normal.ppf(random.uniform() || 2 ** -54))),
  )
  const expected = calibrated.reduce((sum, value) => sum + value, 0) / RESAMPLES
  const atLeast = calibrated.filter(value => value >= raw).length
  const lower = raw - quantileOf(errors, 1 - outside)
  return {
    raw,
    expected,
    value: Math.max(0, raw - expected),
    interval: [Math.max(0, lower), upperEnd(bins, n, outside)],
    pValue: (1 + atLeast) / (1 + RESAMPLES),
  }

  /** The error on every resample, of errors of the bins' counts, in ascending order. */
  function draws(ofBins: readonly (() => number)[]): Float64Array {
    return Float64Array.from({ length: RESAMPLES }, () => ofBins.reduce((sum, draw) => sum + draw(), 0) / n).sort()
  }
}

/** Of a bin's count: as the probabilities have it, or as what is observed has it, with half a row more of each class. */
function largerVariance({ rows, observed, variance }: Bin): number {
  const share = (observed + 0.5) / (rows + 1)
  return Math.max(variance, rows * share * (1 - share))
}

function upperEnd(bins: readonly Bin[], n: number, outside: number): number {
  const variances = bins.map(largerVariance)
  const found = bins.reduce((sum, bin, i) => sum + (bin.observed - bin.expected) ** 2 / (variances[i] ?? 1), 0)
  // Bins that happen to agree more than calibrated ones would are no evidence of less than no error.
  const statistic = Math.max(found, bins.length)
  const plausible = (lambda: number) => nonCentralChiSquared(bins.length, lambda).cdf(statistic) > outside
  let far = 2 * statistic + 20
  while (plausible(far)) far *= 2
  const lambda = bisect(0, far, plausible)
  const spread = variances.reduce((sum, variance) => sum + variance, 0) / n
  return Math.min(1, Math.sqrt((spread * lambda) / n))
}
