import { z } from 'zod'
import { UserError } from '../../../user-error.ts'
import { defineMethod } from '../define-method.ts'

const Options = z.union(
  [
    z.strictObject({ bin: z.number().positive() }),
    z.strictObject({ to: z.enum(['month', 'year']) }),
    z.strictObject({ characters: z.int().min(1).max(20) }),
  ],
  { error: 'Expected one of bin (a width), to (month or year), characters (how many stay)' },
)

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?$/
/** Digits that bins of decimal width are written with: 0.3, and not 0.30000000000000004. */
const DIGITS = 12

/** A number made the lower end of its bin, so that a column of numbers stays one; a date made its month or year; a text its first characters. */
export const generalise = defineMethod({
  id: 'generalise',
  title: 'Generalisation: bins, months or years, first characters',
  reversible: false,
  options: Options,
  tokenizer: (options, { column, file }) => ({
    apply(cell, { line }) {
      if ('characters' in options) return [...cell].slice(0, options.characters).join('')
      const refuse = (what: string) =>
        new UserError(
          'tokenize.generalise',
          `Expected ${column} to hold ${what} but found something else (${file}:${line})`,
          {
            file,
            line,
            hint: 'Mend the value or empty the cell, or choose another method for the column',
          },
        )
      if ('bin' in options) {
        const value = NUMBER.test(cell) ? Number(cell) : Number.NaN
        if (!Number.isFinite(value)) throw refuse('numbers')
        // The division may land a hair below a whole number: 0.3 / 0.1 is 2.9999999999999996.
        const step = Math.floor(Number((value / options.bin).toPrecision(DIGITS)))
        return String(Number((step * options.bin).toPrecision(DIGITS)))
      }
      const [, year, month] = DATE.exec(cell) ?? []
      if (year === undefined || month === undefined) throw refuse('dates as YYYY-MM-DD')
      return options.to === 'year' ? year : `${year}-${month}`
    },
  }),
  holds(cell, options) {
    if ('characters' in options) return [...cell].length <= options.characters
    if ('to' in options) return options.to === 'year' ? /^\d{4}$/.test(cell) : /^\d{4}-(?:0[1-9]|1[0-2])$/.test(cell)
    const steps = NUMBER.test(cell) ? Number(cell) / options.bin : Number.NaN
    return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps))
  },
})
