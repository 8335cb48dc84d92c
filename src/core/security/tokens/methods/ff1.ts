import { z } from 'zod'
import { UserError } from '../../../user-error.ts'
import { Domain, defineMethod } from '../define-method.ts'

const ALPHABETS = {
  digits: '0123456789',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'mixed-case': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
} as const

/** Texts of one format there must be at least, or one can be found by trying (NIST SP 800-38G Rev. 1, 5.1). */
const SMALLEST_DOMAIN = 1_000_000
/** Longest text, in characters of the alphabet. */
const LONGEST = 128
/** What stays where it is: the marks that numbers are written with. */
const MARK = /[\s./()+-]/

/** FF1 (NIST SP 800-38G) under the column's key: digits stay digits, marks stay in place. Nothing tells it from a raw value, the key's id least of all. */
export const ff1 = defineMethod({
  id: 'ff1',
  title: 'Format-preserving encryption (FF1), two ways',
  reversible: true,
  options: z.strictObject({
    alphabet: z.enum(['digits', 'letters', 'alphanumeric', 'mixed-case']).default('digits'),
    domain: Domain,
  }),
  tokenizer({ alphabet, domain = undefined }, { column, file, keys, ciphers }) {
    const letters = ALPHABETS[alphabet]
    const radix = letters.length
    const name = domain ?? column
    const cipher = ciphers.ff1(radix, keys.of('ff1', `${alphabet}\0${name}`, 32), new TextEncoder().encode(name))
    const run = (cell: string, line: number, permute: (numerals: number[]) => number[]) => {
      const chars = [...cell]
      const numerals = chars.filter(char => !MARK.test(char)).map(char => letters.indexOf(char))
      const refuse = (expected: string, found: string) =>
        new UserError('tokenize.ff1', `Expected ${column} to ${expected} but found ${found} (${file}:${line})`, {
          file,
          line,
          hint: 'Set another alphabet (digits, letters, alphanumeric, mixed-case), or use aes-siv',
        })
      if (numerals.includes(-1)) throw refuse(`hold ${alphabet} and marks only`, 'another character')
      if (radix ** numerals.length < SMALLEST_DOMAIN)
        throw refuse('have at least 1 000 000 values of one length', `a value of ${numerals.length} ${alphabet}`)
      if (numerals.length > LONGEST) throw refuse(`have at most ${LONGEST} characters`, String(numerals.length))
      const permuted = permute(numerals)
      let next = 0
      return chars.map(char => (MARK.test(char) ? char : letters[permuted[next++] ?? 0])).join('')
    }
    return {
      apply: (cell, { line }) => run(cell, line, cipher.encrypt),
      reverse: (cell, { line }) => run(cell, line, cipher.decrypt),
    }
  },
})
