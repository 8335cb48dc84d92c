import type { Estimate } from '../estimate.ts'
import { formatNumber } from '../format.ts'
import { defaultMargin } from '../metric.ts'
import type { Judged } from '../task.ts'
import type { Bound, Claim, NoWorseThanChampion } from './claim.ts'

/** A claim as a comparison of an estimate with a threshold; without judged there is no estimate. */
export interface Question {
  readonly title: string
  readonly comparator: '>=' | '<='
  /** Absent where it depends on a champion there is not. */
  readonly threshold?: number
  readonly estimate?: Estimate
  /** Whose interval it is, and what it is held against, as messages name them. */
  readonly subject: string
  readonly requirement: string
}

export const questionOf = (claim: Claim, judged: Judged | undefined): Question =>
  claim.kind === 'no-worse-than-champion' ? comparisonQuestion(claim, judged) : boundQuestion(claim, judged)

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
    subject: `The interval of the difference${metric.better === 'lower' ? ' (champion less challenger)' : ''}`,
    requirement: known ? `the margin ${formatNumber(0 - margin)}` : 'the margin',
  }
}
