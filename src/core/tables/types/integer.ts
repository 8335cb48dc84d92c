import { defineType } from './define-type.ts'

const LEXICAL = /^[+-]?[0-9]+$/

/** Whole numbers as XML Schema writes xsd:integer (Part 2, 3.4.13). */
export const integer = defineType({
  id: 'integer',
  noun: 'an integer',
  written: () => 'digits, with a sign or without, such as 42 or -7; not 42.0, 4e2 or 1,000',
  options: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  reader: () => ({
    form: { is: 'whole' },
    read(text) {
      const value = LEXICAL.test(text) ? Number(text) : Number.NaN
      return Number.isFinite(value) ? value : Number.NaN
    },
  }),
})
