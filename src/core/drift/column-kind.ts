import { z } from 'zod'
import { hasCategories } from './categories.ts'
import type { ColumnCells } from './column-cells.ts'
import { truthValue } from './truth-value.ts'

/**
 * What a column can be compared as; the reference decides, for the model was built on it.
 * `numeric`: all its cells are numbers. `boolean`: true and false, as words. `datetime`: dates or time stamps, ISO 8601.
 * `categorical`: texts that repeat. `text`: ids or free text, too many different values to be categories. `mixed`: the same with
 * numbers among them. `empty`: no value. Two are no columns of the table, but compared as if they were: an `embedding`, which is several
 * of them as one vector, and its `rows`, which are all of them together.
 */
export const ColumnKind = z.enum([
  'numeric',
  'categorical',
  'boolean',
  'datetime',
  'text',
  'mixed',
  'empty',
  'embedding',
  'rows',
])
export type ColumnKind = z.infer<typeof ColumnKind>

export function kindOf(reference: ColumnCells): ColumnKind {
  if (reference.rows === reference.missing) return 'empty'
  if (reference.text.count === 0) return 'numeric'
  if (reference.text.count === reference.dates && reference.numbers.length === 0) return 'datetime'
  if (isBoolean(reference)) return 'boolean'
  if (hasCategories(reference)) return 'categorical'
  return reference.numbers.length > 0 ? 'mixed' : 'text'
}

const isBoolean = ({ categories, numbers, uncounted }: ColumnCells): boolean =>
  numbers.length === 0 && uncounted === 0 && [...categories.keys()].every(name => truthValue(name) !== undefined)
