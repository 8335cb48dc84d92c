import { z } from 'zod'
import { defineHeader } from '../families/define-header.ts'
import { listed } from '../wording/listed.ts'

/** The columns of the file are these, in any order; or, not exactly, these and others. */
export const columnSet = defineHeader({
  id: 'column-set',
  title: 'The columns of the file are those of a set, in any order',
  expectation: 'expect_table_columns_to_match_set',
  options: z.strictObject({ column_set: z.array(z.string()).min(1), exact_match: z.boolean().default(true) }),
  words: ({ column_set, exact_match }) =>
    `The columns are ${exact_match ? '' : 'among others '}${listed(column_set)}, in any order`,
  fault({ header }, { column_set, exact_match }) {
    const missing = column_set.filter(name => !header.includes(name))
    const others = exact_match ? header.filter(name => !column_set.includes(name)) : []
    const parts = [
      ...(missing.length > 0 ? [`it lacks ${listed(missing)}`] : []),
      ...(others.length > 0 ? [`it has ${listed(others)} beside`] : []),
    ]
    return parts.length > 0 ? `Of the columns of the set, ${parts.join(', and ')}` : undefined
  },
})
