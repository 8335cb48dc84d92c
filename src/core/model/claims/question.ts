import type { Estimate } from '../estimate.ts'
import { formatNumber } from '../format.ts'
import { defaultMargin, type MetricInfo } from '../metric.ts'
import type { Judged } from '../task.ts'
import type { BetterThanChampion, Bound, MetricClaim, NoWorseThanChampion } from './claim.ts'
import type { Comparator } from './judge.ts'
import { scopeText } from './scope.ts'

/** A claim as a comparison of an estimate with a threshold; without judged there is no estimate. */
export interface Question {
  readonly title: string
  readonly comparator: Comparator
  /** Absent where it depends on a champion there is not. */
  readonly threshold?: number
  readonly estimate?: Estimate
  /** Whose interval it is, and what it is held against, as messages name them. */
  readonly subject: string
  readonly requirement: string
}

export function questionOf(claim: MetricClaim, judged: Judged | undefined): Question {
  const question = unscoped(claim, judged)
  return claim.scope ? { ...question, title: `${question.title} on ${scopeText(claim.scope)}` } : question
}

function unscoped(claim: MetricClaim, judged: Judged | undefined): Question {
  switch (claim.kind) {
    case 'no-worse-than-champion':
      return comparisonQuestion(claim, judged)
    case 'better-than-champion':
      return gainQuestion(claim, judged)
    default:
      return boundQuestion(claim, judged)
  }
}

function boundQuestion({ kind, metric, value }: Bound, judged: Judged | undefined): Question {
  const estimate = judged?.challenger.get(metric.id)
  return {
    title: `${metric.title} ${kind === 'floor' ? 'at least' : 'at most'} ${value}`,
    comparator: kind === 'floor' ? '>=' : '<=',
    threshold: value,
    ...(estimate ? { estimate } : {}),
    subject: 'The interval',
    requirement: `${value}`,
  }
}

function comparisonQuestion({ metric, margin: given }: NoWorseThanChampion, judged: Judged | undefined): Question {
  const estimate = judged?.gains.get(metric.id)
  const its = judged?.champion?.get(metric.id)?.value
  const margin = given ?? defaultMargin(metric, its ?? Number.NaN)
  const known = !Number.isNaN(margin)
  const shown = known ? formatNumber(margin) : "2 % of the champion's"
  return {
    title: `${metric.title} no worse than champion (margin ${shown})`,
    comparator: '>=',
    ...(known ? { threshold: 0 - margin } : {}),
    ...(estimate ? { estimate } : {}),
    subject: differenceOf(metric),
    requirement: known ? `the margin ${formatNumber(0 - margin)}` : 'the margin',
  }
}

function gainQuestion({ metric, margin }: BetterThanChampion, judged: Judged | undefined): Question {
  const estimate = judged?.gains.get(metric.id)
  return {
    title: `${metric.title} better than champion${margin === undefined ? '' : ` (by ${formatNumber(margin)})`}`,
    comparator: margin === undefined ? '>' : '>=',
    threshold: margin ?? 0,
    ...(estimate ? { estimate } : {}),
    subject: differenceOf(metric),
    requirement: margin === undefined ? '0' : `the gain ${formatNumber(margin)}`,
  }
}

const differenceOf = ({ better }: MetricInfo) =>
  `The interval of the difference${better === 'lower' ? ' (champion less challenger)' : ''}`
