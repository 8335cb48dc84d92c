import { evaluate } from '../../src/core/model/evaluation.ts'
import { areaUnderCurve } from '../../src/core/model/roc/area-under-curve.ts'
import { pairedAreaUnderCurve } from '../../src/core/model/roc/paired-area-under-curve.ts'
import { normal } from '../../src/core/stats/index.ts'
import { binormalArea, drawBinormal } from './populations.ts'
import type { Scenario } from './scenario.ts'

const LEAST_OF_CLASS = 10
const SHARES = [0.5, 0.15, 0.05]

const singles = SHARES.flatMap(share =>
  [0.7, 0.9, 0.97, 0.995].map((area): Scenario => {
    const shift = Math.SQRT2 * normal.ppf(area)
    return {
      method: 'auc',
      population: `area ${area}, ${100 * share} % positive`,
      truth: area,
      promise: 'nominal',
      from: 50,
      draw(n, level, random) {
        const [scores] = drawBinormal(n, { share, shifts: [shift, shift], correlation: 0 }, random)
        if (Math.min(scores.positives.length, scores.negatives.length) < LEAST_OF_CLASS) return undefined
        return areaUnderCurve(evaluate(scores, 0), level).interval
      },
    }
  }),
)

const pairs = SHARES.flatMap(share =>
  [
    { shifts: [1.2, 1.3], correlation: 0.6 },
    { shifts: [2, 2], correlation: 0.9 },
    { shifts: [2.5, 2.5], correlation: 0.8, same: 0.95 },
    { shifts: [3.2, 3], correlation: 0.5 },
    { shifts: [2.5, 2.7], correlation: 0.95 },
  ].map(
    ({ shifts: [own = 0, its = 0], ...rest }): Scenario => ({
      method: 'gain in auc',
      population: `areas ${binormalArea(own).toFixed(3)} and ${binormalArea(its).toFixed(3)}, correlation ${rest.correlation}${rest.same ? `, ${100 * rest.same} % scored alike` : ''}, ${100 * share} % positive`,
      truth: binormalArea(own) - binormalArea(its),
      promise: 'nominal',
      from: 100,
      draw(n, level, random) {
        const [challenger, champion] = drawBinormal(n, { ...rest, share, shifts: [own, its] }, random)
        if (Math.min(challenger.positives.length, challenger.negatives.length) < LEAST_OF_CLASS) return undefined
        return pairedAreaUnderCurve(evaluate(challenger, 0), evaluate(champion, 0), level).interval
      },
    }),
  ),
)

export const curves: Scenario[] = [...singles, ...pairs]
