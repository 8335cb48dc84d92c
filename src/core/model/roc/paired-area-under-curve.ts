import { mover, studentT } from '../../stats/index.ts'
import { differences } from '../differences.ts'
import type { Estimate } from '../estimate.ts'
import type { Evaluation } from '../evaluation.ts'
import { chernoffHoeffding } from '../intervals/chernoff-hoeffding.ts'
import { type DelongEstimate, delong } from './delong.ts'
import { shareOrderedWorse } from './discordance.ts'
import { FEW_PLACED_APART, fewPlacedApart } from './few-placed-apart.ts'
import { logitInterval } from './logit-interval.ts'
import type { Placements } from './placements.ts'
import { wider } from './wider.ts'

/**
 * Difference of two areas on the same rows, challenger − champion. Its interval is the wider, on either side, of DeLong's
 * paired one with Student's quantile and of the one recovered from both models' own intervals and their correlation (MOVER),
 * which knows that areas near 1 err downwards. Where the models order almost all rows alike, the interval bounds the pairs
 * ordered worse and the pairs ordered better apart, so that an identical challenger has one of ±(1 − (α/2)^(1/min(m, n))).
 */
export function pairedAreaUnderCurve(challenger: Evaluation, champion: Evaluation, level: number): Estimate {
  const gains = {
    positives: differences(challenger.placements.positives, champion.placements.positives),
    negatives: differences(challenger.placements.negatives, champion.placements.negatives),
  }
  const gain = delong(gains)
  const { value, standardError, classes } = gain
  const [m, n] = [classes[0].rows, classes[1].rows]
  if (fewPlacedApart(gains)) {
    const alike = Object.values(gains).every(values => values.every((difference: number) => difference === 0))
    const bound = (share: number) => chernoffHoeffding(share, Math.min(m, n), level)[1]
    const worse = alike ? 0 : shareOrderedWorse(challenger, champion)
    const better = alike ? 0 : shareOrderedWorse(champion, challenger)
    return {
      value,
      n: m + n,
      interval: [-bound(worse), bound(better)],
      method: `chernoff-hoeffding-paired on ${FEW_PLACED_APART}`,
    }
  }
  const reach = studentT(gain.df).isf((1 - level) / 2) * standardError
  const recovered = recoveredInterval(challenger.placements, champion.placements, gain, level)
  const interval = wider([value - reach, value + reach], recovered)
  return { value, n: m + n, standardError, interval, method: 'delong-paired with mover' }
}

function recoveredInterval(
  challenger: Placements,
  champion: Placements,
  gain: DelongEstimate,
  level: number,
): readonly [number, number] {
  const [own, its] = [ownInterval(challenger, level), ownInterval(champion, level)]
  const errors = own.standardError * its.standardError
  const shared = (own.standardError ** 2 + its.standardError ** 2 - gain.standardError ** 2) / 2
  const { lower, upper } = mover(own, its, errors === 0 ? 0 : shared / errors)
  return [lower, upper]
}

function ownInterval(placements: Placements, level: number) {
  const area = delong(placements)
  const { value, standardError, classes } = area
  const [lower, upper] = fewPlacedApart(placements)
    ? chernoffHoeffding(value, Math.min(classes[0].rows, classes[1].rows), level)
    : logitInterval(area, level)
  return { value, standardError, lower, upper }
}
