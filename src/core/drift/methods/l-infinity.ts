import { categoryPairs } from '../category-pairs.ts'
import { distanceInference } from '../distance-inference.ts'
import { percent } from '../figure.ts'
import { homogeneityTest } from '../homogeneity-test.ts'
import { defineMethod } from '../method.ts'
import { quoted } from '../quoted.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** The largest change of any category's share. */
export const lInfinity = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'l-infinity',
  title: 'L-infinity distance',
  variant:
    'max |p − q| over the shares of every category of either side, missing left out. ' +
    'p of the χ² test of homogeneity, categories expected fewer than 5 times on a side merged (Cochran 1954). ' +
    'Upper bound L∞ + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the category where the true distance is attained); ' +
    'lower bound L∞ − sqrt(ln(k/α)/2 · (1/n + 1/m)) for k categories (the same, for all of them at once)',
  accepts: ['categorical', 'boolean'],
  quantity: 'an L-infinity distance',
  measure(column, alpha) {
    const pairs = categoryPairs(column)
    const n = column.reference.rows - column.reference.missing
    const m = column.current.rows - column.current.missing
    if (n === 0 || m === 0) return undefined
    const changes = pairs.map(pair => Math.abs(pair.reference / n - pair.current / m))
    const effect = Math.max(...changes)
    const most = pairs[changes.indexOf(effect)]
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
        excess: Math.sqrt((Math.log(pairs.length / alpha) / 2) * (1 / n + 1 / m)),
      }),
    }
  },
})
