import { z } from 'zod'
import { defineRows } from '../families/define-rows.ts'
import { Scalar } from '../values/valid-values.ts'
import { shown } from '../wording/shown.ts'

/** In every row two columns hold one of the allowed pairs; rows where either is empty are left out. */
export const pairInSet = defineRows({
  id: 'pair-in-set',
  title: 'Two columns hold one of the allowed pairs in every row',
  expectation: 'expect_column_pair_values_to_be_in_set',
  options: z.strictObject({
    column_A: z.string(),
    column_B: z.string(),
    value_pairs_set: z.array(z.tuple([Scalar, Scalar])).min(1),
  }),
  columns: ({ column_A, column_B }) => [column_A, column_B],
  words: ({ column_A, column_B, value_pairs_set }) =>
    `has one of ${value_pairs_set.length} pairs in ${shown(column_A)} and ${shown(column_B)}`,
  truths: ({ value_pairs_set }, [a, b]) => {
    const pairs = new Set(value_pairs_set.map(pair => JSON.stringify(pair.map(value => String(value ?? '')))))
    return batch => {
      const truths = new Uint8Array(batch.rows).fill(2)
      if (!a || !b) return truths
      const [left, right] = [batch.cells(a.index), batch.cells(b.index)]
      for (let row = 0; row < batch.rows; row++) {
        if (left.empty[row] === 1 || right.empty[row] === 1) continue
        truths[row] = pairs.has(JSON.stringify([left.text(row), right.text(row)])) ? 1 : 0
      }
      return truths
    }
  },
})
