import { z } from 'zod'
import type { Column } from '../column.ts'

/** A value, as a contract writes it. */
export const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a text, a number, true, false or null',
})

/** Allowed values that a title names. */
const NAMED = 6

/** A list of allowed values of a column. */
export interface ValidValues {
  /** `owner, rent, other and 3 more`, for a sentence. */
  readonly words: string
  has(text: string, value: number): boolean
}

/** A list of allowed values: numbers in a numeric column compare as numbers, all else as the text of the cell. */
export function validValues(column: Column, values: readonly z.infer<typeof Scalar>[]): ValidValues {
  const texts = new Set(values.map(value => (value === null ? '' : String(value))))
  const numeric = column.type.id === 'integer' || column.type.id === 'number'
  const numbers = new Set(numeric ? values.filter(value => typeof value === 'number') : [])
  const named = [...texts].slice(0, NAMED).map(text => (text === '' ? 'an empty cell' : text))
  const more = texts.size - named.length
  return {
    words: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    has: (text, value) => texts.has(text) || numbers.has(value),
  }
}
