import type { Scores } from '../scores.ts'
import { rankedClasses } from './ranked-classes.ts'

/** Steps between 0 and 1 at which a curve is told. */
const STEPS = 40

/** Both curves of two classes, at the false positive rates and at the recalls 0, 1/40, …, 1. */
export interface Curves {
  /** Highest true positive rate whose false positive rate is at most that. */
  readonly roc: number[]
  /** Highest precision whose recall is at least that: the interpolated precision of Manning, Raghavan and Schütze (2008), 8.4. */
  readonly precisionRecall: number[]
}

/** Read off every threshold between two different scores. */
export function curvesOf(scores: Scores): Curves {
  const { positive, last } = rankedClasses(scores)
  const [all, others] = [scores.positives.length, scores.negatives.length]
  const roc = new Array<number>(STEPS + 1).fill(0)
  const precisionRecall = new Array<number>(STEPS + 1).fill(0)
  let [tp, fp] = [0, 0]
  for (let place = 0; place < positive.length; place++) {
    if (positive[place] === 1) tp++
    else fp++
    if (last[place] !== 1) continue
    const first = Math.ceil((fp / others) * STEPS - ROUNDING)
    if (first <= STEPS) roc[first] = Math.max(roc[first] ?? 0, tp / all)
    const furthest = Math.floor((tp / all) * STEPS + ROUNDING)
    precisionRecall[furthest] = Math.max(precisionRecall[furthest] ?? 0, tp / (tp + fp))
  }
  for (let step = 1; step <= STEPS; step++) roc[step] = Math.max(roc[step] ?? 0, roc[step - 1] ?? 0)
  for (let step = STEPS - 1; step >= 0; step--)
    precisionRecall[step] = Math.max(precisionRecall[step] ?? 0, precisionRecall[step + 1] ?? 0)
  return { roc, precisionRecall }
}

/** A rate of exactly a step is at it, whatever the division has rounded. */
const ROUNDING = 1e-9
