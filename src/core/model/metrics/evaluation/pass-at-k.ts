import type { AnswersEvaluation } from '../../answers/answers-evaluation.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'
import { firstOnes } from '../../first-ones.ts'
import { counted } from '../../format.ts'

/** Chance that of k answers to an item one is right: 1 − C(n − c, k) / C(n, k) for c right ones of n, which is unbiased (Chen et al. 2021). */
export const passAtK = meanMetric<AnswersEvaluation>({
  id: 'pass-at-k',
  title: 'Pass@k',
  better: 'higher',
  range: [0, 1],
  parameter: firstOnes(k => ({ id: `pass-at-${k}`, title: `Pass@${k}` }), /pass[-_ ]*(?:@|at)[-_\s]*(\d+)(?![\w.])/iy),
  rows({ items, right, k }) {
    const fewest = items.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY)
    if (fewest < k)
      return { gap: `it needs ${counted(k, 'answer')} to every item, and one has ${fewest}`, unasked: true }
    return Float64Array.from(items, rows => {
      const wrong = rows.reduce((sum, row) => sum + 1 - (right[row] ?? 0), 0)
      let allWrong = 1
      for (let i = 0; i < k; i++) allWrong *= Math.max(0, wrong - i) / (rows.length - i)
      return 1 - allWrong
    })
  },
})
