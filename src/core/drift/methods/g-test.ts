import { gTest as likelihoodRatioTest } from '../../stats/index.ts'
import { association } from '../association.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** The likelihood-ratio test of homogeneity. */
export const gTest = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'g-test',
  title: 'G test of homogeneity',
  variant:
    'G = 2 Σ O ln(O / E) of the contingency table of both sides (expected counts from both together), no correction, missing left out. ' +
    'Categories expected fewer than 5 times on a side are merged (Cochran 1954); where only two are left and one is thin, p is of ' +
    "Fisher's exact test. Effect: sqrt(G / N), near Cramér's V. Bounds by the noncentral χ² law",
  accepts: ['categorical', 'boolean'],
  quantity: 'a sqrt(G / N)',
  harmless: 0.1,
  measure: (column, alpha) => association(column, alpha, likelihoodRatioTest),
})
