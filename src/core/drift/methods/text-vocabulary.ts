import { halfSplit } from '../joint/half-split.ts'
import { numbersCompared } from '../joint/numbers-compared.ts'
import { textsOf, wordsOf } from '../joint/words.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** Whether texts use words that the reference did not. */
export const textVocabulary = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'text-vocabulary',
  title: 'New words in texts',
  claim: 'the same vocabulary',
  variant:
    'KS distance, with its test and bounds, of the share of words per text that one random half of the reference does not have, between the other ' +
    'half and the current texts; of at most 2 000 rows of each table, drawn by their place, missing left out. Words: runs of letters and digits, in lower case',
  accepts: ['text'],
  quantity: 'a KS distance of the share of new words',
  needs: 'at least 20 texts',
  measure(column, alpha, seed) {
    if (!column.joint) return undefined
    const [before, now] = [textsOf(column.joint, 'reference'), textsOf(column.joint, 'current')]
    if (Math.min(before.length, now.length) < 20) return undefined
    const [base, rest] = halfSplit(before, seed)
    const known = new Set(base.flatMap(wordsOf))
    const share = (text: string) => {
      const words = wordsOf(text)
      return words.length === 0 ? 0 : words.filter(word => !known.has(word)).length / words.length
    }
    return numbersCompared(column, rest.map(share), now.map(share), alpha)
  },
})
