import { normal } from '../../stats/index.ts'
import { differences } from '../differences.ts'
import type { Estimate } from '../estimate.ts'
import type { Evaluation } from '../evaluation.ts'
import { chernoffHoeffding } from '../intervals/chernoff-hoeffding.ts'
import { isSpread } from '../is-spread.ts'
import { delong } from './delong.ts'
import { shareOrderedWorse } from './discordance.ts'
import { type Placements, placementsInOrder } from './placements.ts'

/** Beyond this area, or below its complement, the interval is normal in the logit, not in the area. */
const STEEP = 0.95

/**
 * Area under the ROC curve with DeLong's normal interval, not clipped; for areas above 0.95, whose distribution is skewed,
 * normal in ln(area / (1 − area)): a floor at the truth is then passed half as often (bench/coverage.ts). Where fewer than ten rows of a class are placed
 * otherwise than the rest (perfect separation, a constant score), DeLong's variance says nothing, and the interval rests
 * on min(m, n) independent pairs alone: it never has zero width.
 */
export function areaUnderCurve(scores: Evaluation, level: number): Estimate {
  const placements = placementsInOrder(scores)
  const area = normalInterval(placements, level)
  if (restsOnEnoughRows(placements))
    return Math.abs(area.value - 0.5) > STEEP - 0.5
      ? { ...area, interval: logitInterval(area, level), method: 'delong-logit' }
      : { ...area, method: 'delong' }
  return {
    value: area.value,
    n: area.n,
    interval: chernoffHoeffding(area.value, smallerClass(placements), level),
    method: 'chernoff-hoeffding on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

/**
 * Difference of two areas on the same rows, challenger − champion, with DeLong's paired normal interval. Where the models
 * order almost all rows alike, the interval bounds the pairs ordered worse and the pairs ordered better apart, so that an
 * identical challenger has one of ±(1 − (α/2)^(1/min(m, n))).
 */
export function pairedAreaUnderCurve(challenger: Evaluation, champion: Evaluation, level: number): Estimate {
  const gains = {
    positives: differences(challenger.placements.positives, champion.placements.positives),
    negatives: differences(challenger.placements.negatives, champion.placements.negatives),
  }
  const gain = normalInterval(gains, level)
  if (restsOnEnoughRows(gains)) return { ...gain, method: 'delong-paired' }
  const pairs = smallerClass(gains)
  const alike = [...Object.values(gains)].every(values => values.every(value => value === 0))
  const worse = alike ? 0 : shareOrderedWorse(challenger, champion)
  const better = alike ? 0 : shareOrderedWorse(champion, challenger)
  return {
    value: gain.value,
    n: gain.n,
    interval: [-chernoffHoeffding(worse, pairs, level)[1], chernoffHoeffding(better, pairs, level)[1]],
    method: 'chernoff-hoeffding-paired on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

function logitInterval(
  { value, standardError }: { value: number; standardError: number },
  level: number,
): [number, number] {
  const logit = Math.log(value / (1 - value))
  const reach = (normal.isf((1 - level) / 2) * standardError) / (value * (1 - value))
  const area = (at: number) => 1 / (1 + Math.exp(-at))
  return [area(logit - reach), area(logit + reach)]
}

function normalInterval(placements: Placements, level: number) {
  const { value, standardError } = delong(placements)
  const reach = normal.isf((1 - level) / 2) * standardError
  const n = placements.positives.length + placements.negatives.length
  return { value, n, standardError, interval: [value - reach, value + reach] as const }
}

const restsOnEnoughRows = ({ positives, negatives }: Placements) => isSpread(positives) && isSpread(negatives)

const smallerClass = ({ positives, negatives }: Placements) => Math.min(positives.length, negatives.length)
