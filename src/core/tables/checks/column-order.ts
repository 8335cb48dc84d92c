import { z } from 'zod'
import { defineHeader } from '../families/define-header.ts'
import { listed } from '../wording/listed.ts'
import { shown } from '../wording/shown.ts'

/** The columns of the file are these, in this order. */
export const columnOrder = defineHeader({
  id: 'column-order',
  title: 'The columns of the file are those of a list, in its order',
  expectation: 'expect_table_columns_to_match_ordered_list',
  options: z.strictObject({ column_list: z.array(z.string()).min(1) }),
  words: ({ column_list }) => `The columns are ${listed(column_list)}, in this order`,
  fault({ header }, { column_list }) {
    const at = column_list.findIndex((name, i) => header[i] !== name)
    if (at !== -1) {
      const found = header[at] === undefined ? 'none' : shown(header[at])
      return `Expected column ${at + 1} to be ${shown(column_list[at] ?? '')} but found ${found}`
    }
    if (header.length === column_list.length) return undefined
    return `Expected ${column_list.length} columns but found ${header.length}`
  },
})
