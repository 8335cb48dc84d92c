import { z } from 'zod'
import { defineMethod } from '../define-method.ts'

const STARS = '****'
const shown = z.int().min(0).max(8).default(0)

/** All but the first and last characters made four stars, however many there were; a value that would hide fewer than four is stars only. */
export const mask = defineMethod({
  id: 'mask',
  title: 'Masking: first and last characters stay',
  reversible: false,
  options: z.strictObject({ first: shown, last: shown }),
  tokenizer: ({ first, last }) => ({
    apply(cell) {
      const chars = [...cell]
      if (chars.length < first + last + STARS.length) return STARS
      return [...chars.slice(0, first), STARS, ...chars.slice(chars.length - last)].join('')
    },
  }),
  holds(cell, { first, last }) {
    const chars = [...cell]
    if (cell === STARS) return true
    return chars.length === first + last + STARS.length && chars.slice(first, first + STARS.length).join('') === STARS
  },
})
