import { fisherExact as exactTest } from '../../stats/index.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { twoShares } from '../two-shares.ts'

/** Change of the share of one of two categories, by Fisher's exact test. */
export const fisherExact = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'fisher-exact',
  title: 'Fisher’s exact test',
  claim: 'same shares',
  variant:
    "|q − p| of the share of one of two categories, missing left out. Two-sided p of Fisher's exact test (all tables no more likely than " +
    'the one found). Interval of the difference: hybrid score without continuity correction (Newcombe 1998, method 10), folded at zero',
  accepts: ['boolean', 'categorical'],
  quantity: 'a change of the share',
  needs: 'no more than two categories',
  measure: (column, alpha) =>
    twoShares(
      column,
      alpha,
      (k, n, l, m) =>
        exactTest([
          [k, n - k],
          [l, m - l],
        ]).pValue,
    ),
})
