import { numbersCompared } from '../joint/numbers-compared.ts'
import { textsOf } from '../joint/words.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** Whether texts are as long as they were. */
export const textLength = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'text-length',
  title: 'Length of texts',
  claim: 'texts of the same length',
  variant:
    'KS distance, with its test and bounds, of the lengths in characters (code points) of the texts of at most 2 000 rows of each table, drawn by ' +
    'their place, missing left out',
  accepts: ['text'],
  quantity: 'a KS distance of lengths',
  measure: (column, alpha) =>
    column.joint
      ? numbersCompared(
          column,
          textsOf(column.joint, 'reference').map(length),
          textsOf(column.joint, 'current').map(length),
          alpha,
        )
      : undefined,
})

const length = (text: string): number => [...text].length
