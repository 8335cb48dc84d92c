import { betaBinomial, normal } from '../../stats/index.ts'
import type { Score } from './prepared.ts'
import { robustScale } from './robust-scale.ts'

/** Events among requests in one bucket. */
export interface Counted {
  readonly events: number
  readonly trials: number
}

export interface RateModel {
  readonly mean: number
  /** Correlation of two requests of one bucket: how much more rates vary than chance has it. */
  readonly rho: number
  /** Requests that were learnt from. */
  readonly trials: number
  score(counted: Counted): Score
}

/** Requests below which nothing is learnt. */
const FEWEST = 100
const FURTHEST = 37
/** Chance below which a bucket is an incident rather than part of the baseline. */
const INCIDENT = 1e-9

/**
 * Learns the rate of events and how much more it varies than chance has it, from buckets of which those that are incidents by
 * themselves are left out. A bucket is held against the beta-binomial distribution of what to expect next: over-dispersion by the method of
 * moments (Williams 1982), and the uncertainty of the rate itself by Jeffreys' prior.
 */
export function rateModel(known: readonly Counted[]): RateModel | undefined {
  const first = fitted(known)
  if (!first) return undefined
  const usual = known.filter(one => (first.score(one).tails?.upper ?? 1) >= INCIDENT)
  const model = fitted(usual) ?? first
  // Tails heavier than the beta-binomial ones, as the baseline itself has them.
  const heavier = Math.max(
    1,
    robustScale(
      usual.map(one => model.score(one).z),
      [0.95, 0.99],
    ),
  )
  return heavier === 1 ? model : { ...model, score: counted => widened(model.score(counted), heavier) }
}

function widened({ expected, z, zOf, at }: Score, by: number): Score {
  const own = z / by
  return {
    expected,
    z: own,
    zOf: value => zOf(value) / by,
    at: distance => at(distance * by),
    tails: { upper: normal.sf(own), lower: normal.cdf(own) },
  }
}

function fitted(known: readonly Counted[]): RateModel | undefined {
  const trials = known.reduce((sum, one) => sum + one.trials, 0)
  const events = known.reduce((sum, one) => sum + one.events, 0)
  if (trials < FEWEST) return undefined
  const mean = (events + 0.5) / (trials + 1)
  const between = dispersion(known, trials, mean)
  const rho = 1 - (1 - between) * (1 - 1 / (trials + 2))
  const [a, b] = [(mean * (1 - rho)) / rho, ((1 - mean) * (1 - rho)) / rho]
  return {
    mean,
    rho: between,
    trials,
    score({ events, trials: n }) {
      const counts = betaBinomial(n, a, b)
      const tailsAt = (x: number) => ({ upper: counts.sf(x - 1), lower: counts.cdf(x), half: counts.pmf(x) / 2 })
      const zOf = (rate: number) => {
        const { upper, lower, half } = tailsAt(Math.round(rate * n))
        const z = upper - half <= 0.5 ? normal.isf(Math.max(0, upper - half)) : -normal.isf(Math.max(0, lower - half))
        return Math.max(-FURTHEST, Math.min(FURTHEST, z))
      }
      const { upper, lower } = tailsAt(events)
      return {
        expected: mean,
        z: zOf(events / n),
        zOf,
        at: z => smallest(n, x => zOf(x / n) >= z) / n,
        tails: { upper, lower },
      }
    },
  }
}

/** ρ of the beta-binomial by moments: Pearson's X² against what it would be without. */
function dispersion(known: readonly Counted[], trials: number, mean: number): number {
  const x2 = known.reduce(
    (sum, { events, trials: n }) => (n > 0 ? sum + (events - n * mean) ** 2 / (n * mean * (1 - mean)) : sum),
    0,
  )
  const buckets = known.filter(({ trials: n }) => n > 0).length
  const room = known.reduce((sum, { trials: n }) => sum + Math.max(0, n - 1) * (1 - n / trials), 0)
  return room > 0 ? Math.max(0, Math.min(0.5, (x2 - (buckets - 1)) / room)) : 0
}

/** The smallest whole number up to n that will do, or n. */
function smallest(n: number, does: (x: number) => boolean): number {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (does(middle)) high = middle
    else low = middle + 1
  }
  return high
}
