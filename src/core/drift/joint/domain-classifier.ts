import { mannWhitneyU, normal } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { percent } from '../figure.ts'
import type { Measurement } from '../method.ts'
import { superiorityError } from '../superiority-error.ts'
import type { FeatureRows } from './features.ts'
import { halfSplit } from './half-split.ts'
import { logisticRegression, score } from './logistic-regression.ts'

/** Fewest rows of a side: half of them are learnt from, half are judged. */
const FEWEST = 20

/** What all domain classifiers do, as part of their definition. */
export const CLASSIFIER =
  'A logistic regression (ridge penalty 0.01, both sides of equal weight) learns from a random half of the rows to tell the tables apart, ' +
  'and is judged on the other half. Effect: AUC − ½ there, 0 where negative. One-sided p of the Mann–Whitney test of the scores, bounds by ' +
  'the standard error of DeLong, DeLong and Clarke-Pearson (1988). Halves are drawn by a seed made of the digests of both tables. ' +
  'The bound is of what this learner finds, not of all that could be found'

/** How well a classifier tells rows of the current table from those of the reference. */
export function domainClassifier(
  { reference, current }: FeatureRows,
  alpha: number,
  seed: string,
): Measurement | undefined {
  const width = reference[0]?.length ?? 0
  if (Math.min(reference.length, current.length) < FEWEST || width === 0) return undefined
  const [learnOld, judgeOld] = halfSplit(reference, seed)
  const [learnNow, judgeNow] = halfSplit(current, `${seed} current`)
  const weights = logisticRegression(
    [...learnOld, ...learnNow],
    [...learnOld.map(() => false), ...learnNow.map(() => true)],
  )
  const scores = (rows: readonly number[][]) => Float64Array.from(rows, row => score(weights, row)).sort()
  const [x, y] = [scores(judgeOld), scores(judgeNow)]
  const { pValue, superiority } = mannWhitneyU(y, x, { alternative: 'greater' })
  const apart = (x.at(-1) ?? 0) < (y[0] ?? 0)
  const error = superiorityError(x, y)
  const margin = (n: number, m: number) =>
    apart
      ? Math.sqrt(Math.log(1 / alpha) / 2 / Math.min(n, m))
      : (normal.isf(alpha) * error * Math.sqrt(1 / n + 1 / m)) / Math.sqrt(1 / x.length + 1 / y.length)
  const effect = Math.max(0, superiority - 0.5)
  const found = margin(x.length, y.length)
  return {
    effect,
    n: reference.length + current.length,
    detail: `AUC ${percent(superiority)} on ${grouped(x.length)} and ${grouped(y.length)} rows, ${width} features`,
    inference: {
      interval: [Math.max(0, superiority - 0.5 - found), Math.max(0, Math.min(0.5, superiority - 0.5 + found))],
      pValue,
      testable: x[0] !== x.at(-1) || y[0] !== y.at(-1) || x[0] !== y[0],
      rows: { reference: reference.length, current: current.length },
      upperAt: (n, m, drifted) => Math.min(0.5, (drifted ? effect : 0) + margin(n / 2, m / 2)),
    },
  }
}
