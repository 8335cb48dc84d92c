import { chi2Contingency } from '../../stats/index.ts'
import { association } from '../association.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** Pearson's χ² test of homogeneity, with Cramér's V as effect. */
export const chiSquared = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'chi-squared',
  title: 'χ² test of homogeneity',
  variant:
    'χ² of the contingency table of both sides (expected counts from both together), no continuity correction, missing left out. ' +
    'Categories expected fewer than 5 times on a side are merged (Cochran 1954); where only two are left and one is thin, p is of ' +
    "Fisher's exact test. Effect: Cramér's V = sqrt(χ² / N). Bounds by the noncentral χ² law",
  accepts: ['categorical', 'boolean'],
  quantity: "a Cramér's V",
  harmless: 0.1,
  measure: (column, alpha) => association(column, alpha, chi2Contingency),
})
