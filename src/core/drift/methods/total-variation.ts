import { type CategoryPair, categoryPairs } from '../category-pairs.ts'
import { distanceInference } from '../distance-inference.ts'
import { percent } from '../figure.ts'
import { homogeneityTest } from '../homogeneity-test.ts'
import { defineMethod } from '../method.ts'
import { quoted } from '../quoted.ts'
import { shortfall } from '../shortfall.ts'

/** Total variation distance of the shares of categories, with test and confidence bounds. */
export const totalVariation = defineMethod({
  id: 'total-variation',
  title: 'Total variation distance',
  variant:
    'TV = ½ Σ |p − q| over the shares of every category of either side, missing left out. ' +
    'p of the χ² test of homogeneity (contingency table, no continuity correction), categories expected fewer than 5 times merged ' +
    "(Cochran 1954), Fisher's exact test where only two are left and one is thin. " +
    'Upper bound TV + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the set where the true distance is attained); ' +
    'lower bound TV − ½ sqrt((k − 1)(1/n + 1/m)) − sqrt(ln(1/α)/2 · (1/n + 1/m)) for k categories, taken as all there are, the first term bounding the bias',
  accepts: ['categorical', 'boolean'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a total variation distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure(column, alpha) {
    const pairs = categoryPairs(column)
    const n = column.reference.rows - column.reference.missing
    const m = column.current.rows - column.current.missing
    if (n === 0 || m === 0) return undefined
    const change = (pair: CategoryPair) => Math.abs(pair.reference / n - pair.current / m)
    const effect = pairs.reduce((sum, pair) => sum + change(pair), 0) / 2
    const most = pairs.toSorted((a, b) => change(b) - change(a)).at(0)
    return {
      effect,
      n: n + m,
      ...(most?.name === undefined || effect === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent(most.reference / n)} → ${percent(most.current / m)}` }),
      inference: distanceInference({
        effect,
        ...homogeneityTest(pairs),
        rows: { reference: n, current: m },
        alpha,
        excess: bias(pairs.length, n, m) + shortfall(alpha, n, m),
      }),
    }
  },
})

/**
 * How far the estimate exceeds the true distance on average, at most: ½ Σ E|error of p − q| ≤ ½ Σ sqrt(variance), which by
 * Cauchy and Schwarz over k categories is at most ½ sqrt(k · (1 − 1/k)(1/n + 1/m)).
 */
const bias = (k: number, n: number, m: number) => Math.sqrt((k - 1) * (1 / n + 1 / m)) / 2
