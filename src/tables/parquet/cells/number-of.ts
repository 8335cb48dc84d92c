import type { CommonForm } from '../../../core/tables/types/define-type.ts'
import type { NumberForm } from './number-form.ts'

/** A cell's value as `columnText` writes it. */
export type Value = null | boolean | number | bigint | Date

/** Whole numbers up to here, and no further, are written without an exponent and read again as they were. */
const MAX_WHOLE = 1e15
/** Years of four digits. */
const FIRST_TIME = Date.parse('0000-01-01T00:00:00Z')
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z')

/** What a reader of the form reads of a number's text, where that is the number itself. */
export function numberOf(
  is: NumberForm['is'],
  number: number,
  isDate: boolean,
  form: CommonForm | undefined,
): number | undefined {
  if (is === 'time') {
    // Times are written with their offset, Z, and days without.
    const isRead = isDate ? form?.is === 'day' && form.zoned !== true : form?.is === 'time' && form.zoned !== false
    return isRead && number >= FIRST_TIME && number <= LAST_TIME ? number : undefined
  }
  if (is === 'number' && form?.is === 'decimal' && Number.isFinite(number)) return number + 0
  const isSmall = Number.isInteger(number) && Math.abs(number) <= MAX_WHOLE
  return isSmall && (form?.is === 'decimal' || form?.is === 'whole') ? number + 0 : undefined
}
