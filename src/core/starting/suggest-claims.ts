import type { Evaluation } from '../model/evaluation.ts'
import { counted, formatNumber } from '../model/format.ts'
import type { Metric } from '../model/metric.ts'
import { accuracy } from '../model/metrics/binary/accuracy.ts'
import { auc } from '../model/metrics/binary/auc.ts'

/** A claim to start from, and the sentence that says where its number comes from. */
export interface SuggestedClaim {
  readonly claim: string
  readonly because: string
}

/** Two-sided level of the intervals: the settings' default. */
const LEVEL = 0.95
/** A margin wider than this allows more damage than a comparison should pass without a word. */
const WIDEST_MARGIN = 0.05
const NARROWEST_MARGIN = 0.01

/**
 * Floors just below what these rows show, and margins just wide enough for what they show of the champion. A floor that
 * guessing would meet is left out; a model that is worse than the champion gets the usual margin, and does not pass.
 */
export function suggestClaims(model: Evaluation, champion: Evaluation | undefined): SuggestedClaim[] {
  const guessing = { auc: 0.5, accuracy: Math.max(shareOfPositives(model), 1 - shareOfPositives(model)) }
  const floors = [floor(auc, guessing.auc, model), floor(accuracy, guessing.accuracy, model)]
  const margins = champion ? [margin(auc, model, champion), margin(accuracy, model, champion)] : []
  return [...floors, ...margins].filter(suggestion => suggestion !== undefined)
}

function floor(metric: Metric<Evaluation>, guessing: number, model: Evaluation): SuggestedClaim | undefined {
  const { value, interval, n } = metric.estimate(model, LEVEL)
  if (value === null || !interval) return undefined
  const least = Math.floor(interval[0] * 100) / 100
  if (least <= guessing) return undefined
  return {
    claim: `${metric.id} >= ${least.toFixed(2)}`,
    because: `${metric.title} on these ${counted(n, 'row')} is ${formatNumber(value)}, 95 % interval ${range(interval)}: the floor is its lower end, rounded down`,
  }
}

function margin(
  metric: Metric<Evaluation> & Required<Pick<Metric<Evaluation>, 'compare'>>,
  model: Evaluation,
  champion: Evaluation,
): SuggestedClaim | undefined {
  const { value, interval } = metric.compare(model, champion, LEVEL)
  if (value === null || !interval) return undefined
  const [lower, upper] = interval
  const needed = Math.max(NARROWEST_MARGIN, Math.ceil(-lower * 100) / 100)
  const isHarmless = needed === NARROWEST_MARGIN || (upper >= 0 && needed <= WIDEST_MARGIN)
  const allowed = isHarmless ? needed : NARROWEST_MARGIN
  const found = `${metric.title} minus the champion's is ${formatNumber(value)}, 95 % interval ${range(interval)}`
  const so = isHarmless
    ? 'the margin covers its lower end'
    : `${upper < 0 ? 'it is worse' : 'too few rows'}, so this does not pass`
  return { claim: `${metric.id} no worse than champion by ${allowed.toFixed(2)}`, because: `${found}: ${so}` }
}

const shareOfPositives = ({ positives, negatives }: Evaluation) =>
  positives.length / (positives.length + negatives.length)

const range = ([lower, upper]: readonly [number, number]) => `[${formatNumber(lower)}, ${formatNumber(upper)}]`
