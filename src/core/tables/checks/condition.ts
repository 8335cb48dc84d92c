import { z } from 'zod'
import { columnsOf } from '../conditions/columns-of.ts'
import { conditionTruths } from '../conditions/condition-truths.ts'
import { isFault, parseCondition } from '../conditions/parse-condition.ts'
import { defineRows } from '../families/define-rows.ts'

/** A condition holds in every row; rows of which a null decides are left out, as SQL leaves them out of a CHECK. */
export const condition = defineRows({
  id: 'condition',
  title: 'A condition holds in every row',
  expectation: 'expect_rows_to_satisfy',
  options: z.strictObject({
    condition: z.string().refine(source => !isFault(parseCondition(source)), { error: 'a condition on a row' }),
  }),
  columns: ({ condition: source }) => {
    const read = parseCondition(source)
    return isFault(read) ? [] : columnsOf(read)
  },
  words: ({ condition: source }) => `satisfies ${source}`,
  truths: ({ condition: source }, _, table) => {
    const read = parseCondition(source)
    return isFault(read) ? batch => new Uint8Array(batch.rows).fill(2) : conditionTruths(read, table)
  },
})
