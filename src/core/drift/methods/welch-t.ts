import { welchTTest } from '../../stats/index.ts'
import { meanDifference } from '../mean-difference.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** Difference of the means, by Welch's t test. */
export const welchT = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'welch-t',
  title: 'Welch’s t test',
  claim: 'same mean',
  variant:
    'Effect |difference of the means| / σ, σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference ' +
    "is constant. p and interval of Welch's t test, which does not take variances for equal (Satterthwaite's degrees of freedom). " +
    'Looks at means only: a change of spread or shape goes unseen',
  accepts: ['numeric', 'datetime'],
  quantity: 'a difference of the means in standard deviations of the reference',
  harmless: 0.2,
  needs: 'at least two values a side',
  measure: (column, alpha) => meanDifference(column, alpha, welchTTest),
})
