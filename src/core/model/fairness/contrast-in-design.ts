import { studentT } from '../../stats/index.ts'
import { mover } from '../../stats/intervals/mover.ts'
import type { Comparing, Contrast } from './contrasts.ts'
import type { Facts } from './facts.ts'
import type { Outcomes } from './outcomes.ts'
import { type RateInDesign, rateInDesign } from './rate-in-design.ts'
import type { RateName } from './rates.ts'

interface Manner {
  readonly rate: RateName
  readonly comparing: Comparing
  readonly level: number
}

/**
 * One group's rate against another's where rows count differently or belong together: from the interval of each (MOVER; of a ratio in
 * its logarithm) and how the two vary together, because a cluster can have rows of both groups. A ratio with a rate of 0 is bounded
 * by the ends of both, each at half of what may be missed.
 */
export function contrastInDesign(
  first: Outcomes,
  second: Outcomes,
  facts: Facts,
  { rate, comparing, level }: Manner,
): Contrast {
  const [own, its] = [rateInDesign(first, rate, facts, level), rateInDesign(second, rate, facts, level)]
  const [a, b] = [own, its].map(({ estimate: { value, interval } }) => ({
    value: value ?? Number.NaN,
    lower: Math.max(0, interval?.[0] ?? 0),
    upper: Math.min(1, interval?.[1] ?? 1),
  }))
  if (!a || !b) throw new Error('Two rates are two')
  const n = own.estimate.n + its.estimate.n
  const methods = new Set([own.estimate.method, its.estimate.method])
  const method = `mover (${[...methods].join(' and ')})`
  const about = { first, second, rate, n, method, values: [a.value, b.value] as const, pValue: sameInDesign(own, its) }
  const correlation = correlationOf(own, its)
  if (comparing === 'difference') {
    const { lower, upper } = mover(a, b, correlation)
    return { ...about, value: a.value - b.value, interval: [Math.max(-1, lower), Math.min(1, upper)] }
  }
  const value = a.value / b.value
  if (a.value === 0 || b.value === 0) {
    const strict = (1 + level) / 2
    const [low, high] = [rateInDesign(second, rate, facts, strict), rateInDesign(first, rate, facts, strict)]
    const end = (found: RateInDesign, index: 0 | 1) => found.estimate.interval?.[index] ?? index
    return {
      ...about,
      value,
      interval: [
        a.value === 0 ? 0 : Math.max(0, end(high, 0)) / end(low, 1),
        b.value === 0 ? Number.POSITIVE_INFINITY : end(high, 1) / Math.max(0, end(low, 0)),
      ],
    }
  }
  const log = (of: typeof a) => ({ value: Math.log(of.value), lower: Math.log(of.lower), upper: Math.log(of.upper) })
  const { lower, upper } = mover(log(a), log(b), correlation)
  return { ...about, value, interval: [Math.exp(lower), Math.exp(upper)] }
}

const variance = ({ influence }: RateInDesign) => [...influence.values()].reduce((sum, one) => sum + one ** 2, 0)

function covariance(own: RateInDesign, its: RateInDesign): number {
  let sum = 0
  for (const [unit, moved] of own.influence) sum += moved * (its.influence.get(unit) ?? 0)
  return sum
}

/** Of the two rates over the clusters; 0 where one does not vary. */
function correlationOf(own: RateInDesign, its: RateInDesign): number {
  const product = variance(own) * variance(its)
  return product > 0 ? Math.max(-1, Math.min(1, covariance(own, its) / Math.sqrt(product))) : 0
}

/** Whether the two rates are the same: Student's t of the difference, two-sided, with as many degrees of freedom as clusters less one. */
function sameInDesign(own: RateInDesign, its: RateInDesign): number {
  const units = new Set([...own.influence.keys(), ...its.influence.keys()]).size
  const squares = variance(own) + variance(its) - 2 * covariance(own, its)
  const difference = (own.estimate.value ?? Number.NaN) - (its.estimate.value ?? Number.NaN)
  if (units < 2 || !(squares > 0)) return difference === 0 ? 1 : 0
  const statistic = Math.abs(difference) / Math.sqrt((squares * units) / (units - 1))
  return 2 * studentT(units - 1).sf(statistic)
}
