import { proportionsZTest } from '../../stats/index.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { twoShares } from '../two-shares.ts'

/** Change of the share of one of two categories, by the z test. */
export const twoProportions = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'two-proportions',
  title: 'Test of two proportions',
  claim: 'same shares',
  variant:
    '|q − p| of the share of one of two categories, missing left out. Two-sided p of the z test with pooled variance, no continuity ' +
    'correction. Interval of the difference: hybrid score without continuity correction (Newcombe 1998, method 10), folded at zero',
  accepts: ['boolean', 'categorical'],
  quantity: 'a change of the share',
  needs: 'no more than two categories',
  measure: (column, alpha) => twoShares(column, alpha, (k, n, l, m) => proportionsZTest(k, n, l, m).pValue),
})
