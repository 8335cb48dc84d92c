import { z } from 'zod'
import { hasCategories } from './categories.ts'
import type { ColumnCells } from './column-cells.ts'

/**
 * What a column can be compared as; the reference decides, for the model was built on it.
 * `numeric`: all its cells are numbers. `categorical`: texts that repeat. `text`: ids or free text, too many different
 * values to be categories. `mixed`: the same with numbers among them. `empty`: no value.
 */
export const ColumnKind = z.enum(['numeric', 'categorical', 'text', 'mixed', 'empty'])
export type ColumnKind = z.infer<typeof ColumnKind>

export function kindOf(reference: ColumnCells): ColumnKind {
  if (reference.rows === reference.missing) return 'empty'
  if (reference.text.count === 0) return 'numeric'
  if (hasCategories(reference)) return 'categorical'
  return reference.numbers.length > 0 ? 'mixed' : 'text'
}
