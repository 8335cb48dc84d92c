import { CLASSIFIER, domainClassifier } from '../joint/domain-classifier.ts'
import { wordRows } from '../joint/words.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** How well texts of the two tables are told apart by their words. */
export const textClassifier = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'text-classifier',
  title: 'Domain classifier of texts',
  variant:
    `Over the texts of at most 2 000 rows of each table, drawn by their place, missing left out. ${CLASSIFIER}. Features: which of 256 buckets, by ` +
    'FNV-1a hash, hold a word of the text, words being runs of letters and digits in lower case, over the square root of how many there are',
  accepts: ['text'],
  quantity: 'an AUC above one half by',
  harmless: 0.05,
  needs: 'at least 20 texts',
  measure: ({ joint }, alpha, seed) => (joint ? domainClassifier(wordRows(joint), alpha, seed) : undefined),
})
