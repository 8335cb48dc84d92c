import { CLASSIFIER, domainClassifier as classify } from '../joint/domain-classifier.ts'
import { featureRows } from '../joint/features.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** How well rows of the two tables are told apart by all of their columns together. */
export const domainClassifier = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'domain-classifier',
  title: 'Domain classifier',
  variant:
    `Over a sample of at most 2 000 rows of each table, drawn by their place. ${CLASSIFIER}. Features: numbers over mean and deviation of ` +
    'the reference, their squares, and the products of each two where there are at most 12 such columns; up to 20 most frequent categories of a column, one mark each; a mark for missing. Columns of values that hardly repeat are left out',
  accepts: ['rows', 'embedding'],
  quantity: 'an AUC above one half by',
  harmless: 0.05,
  needs: 'at least 20 rows and one column of numbers or categories',
  measure: ({ joint }, alpha, seed) =>
    joint ? classify(featureRows(joint.rows, joint.columns, true), alpha, seed) : undefined,
})
