import { type CategoryPair, categoryPairs } from '../category-pairs.ts'
import { percent } from '../figure.ts'
import { defineMethod } from '../method.ts'
import { quoted } from '../quoted.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { triangularInference } from '../triangular-inference.ts'
import { triangularPlan } from '../triangular-plan.ts'

/** Le Cam's distance of the shares of categories, less what chance makes of it, with test and confidence bounds. */
export const leCam = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'le-cam',
  title: 'Le Cam distance',
  variant:
    'LC = sqrt(½ Σ (p − q)² / (p + q)) over the shares of every category of either side, missing left out: between 0 and 1, and never ' +
    'less than the total variation distance. Estimated as sqrt((T − e) f) / 2, 0 where T < e, with f = 1/n + 1/m, T = 2 Σ (p̂ − q̂)² / (p̂ + q̂) / f ' +
    'and e the mean of T for equal shares given how often each category occurs in both tables (k − 1 for k frequent ones). ' +
    'T is taken to follow the non-central χ² law with e degrees of freedom and non-centrality 4 LC² / f, which gives the bounds, ' +
    'and the p of "LC is at most the limit", there with categories expected fewer than 5 times merged; the upper bound is at least ' +
    'sqrt(s / 2), s = 1 − α^(1/min(n, m)) being the share of a category that may have been missed. ' +
    'p: the larger of that one and the one of the χ² test of homogeneity (contingency table, no continuity correction, categories ' +
    "expected fewer than 5 times merged, Cochran 1954; Fisher's exact test where only two are left and one is thin)",
  accepts: ['categorical', 'boolean'],
  quantity: 'a Le Cam distance',
  harmless: 0.15,
  plan: triangularPlan,
  measure(column, alpha) {
    const pairs = categoryPairs(column)
    const n = column.reference.rows - column.reference.missing
    const m = column.current.rows - column.current.missing
    if (n === 0 || m === 0) return undefined
    const change = (pair: CategoryPair) => Math.abs(pair.reference / n - pair.current / m)
    const most = pairs.toSorted((a, b) => change(b) - change(a)).at(0)
    return {
      ...triangularInference(pairs, n, m, alpha),
      n: n + m,
      ...(most?.name === undefined || change(most) === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent(most.reference / n)} → ${percent(most.current / m)}` }),
    }
  },
})
