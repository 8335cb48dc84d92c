import { z } from 'zod'
import type { Row } from '../../../tables/row.ts'
import { UserError } from '../../../user-error.ts'
import { Domain, defineMethod } from '../define-method.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})([T ].*)?$/
const DAY = 86_400_000

/** All dates of one subject moved by the same number of days, at most `days` either way and never none: what lies between them stays. Time of day stays. */
export const dateShift = defineMethod({
  id: 'date-shift',
  title: 'Date shift, the same for all dates of one subject',
  reversible: true,
  options: z.strictObject({ subject: z.string().min(1), days: z.int().min(1).max(3650), domain: Domain }),
  subject: ({ subject }) => subject,
  tokenizer({ subject, days, domain }, { column, file, keys, ciphers, cellOf }) {
    // The subject's domain, not the column's: all dates of one subject move together.
    const key = keys.of('date-shift', domain ?? subject, 32)
    const subjectOf = cellOf(subject)
    const refuse = (message: string, { line }: Row) =>
      new UserError('tokenize.date-shift', `${message} (${file}:${line})`, {
        file,
        line,
        hint: 'Mend the value or empty the cell, or choose another method for the column',
      })
    const shift = (row: Row) => {
      const person = subjectOf?.(row) ?? ''
      if (person === '')
        throw refuse(`Expected ${subject}, by which ${column} is shifted, to have a value but found none`, row)
      const number =
        ciphers
          .hmac(key, person)
          .slice(0, 6)
          .reduce((sum, byte) => sum * 256 + byte, 0) %
        (2 * days)
      return number < days ? number - days : number - days + 1
    }
    const move = (cell: string, by: number, row: Row) => {
      const [, year, month, day, time = ''] = DATE.exec(cell) ?? []
      const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
      // An impossible day (31 June) would silently be another one.
      const moved = Number.isNaN(at) || !iso(at).endsWith(`${day}`) ? '' : iso(at + by * DAY)
      if (moved.length !== 10)
        throw refuse(`Expected ${column} to hold dates as YYYY-MM-DD but found something else`, row)
      return moved + time
    }
    return {
      apply: (cell, row) => move(cell, shift(row), row),
      reverse: (cell, row) => move(cell, -shift(row), row),
    }
  },
})

const iso = (at: number) => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '')
}
