import { defineType } from './define-type.ts'

const LEXICAL = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$/

/** Decimal numbers as XML Schema writes xsd:double (Part 2, 3.3.5) without INF and NaN: neither is a measurement. */
export const number = defineType({
  id: 'number',
  noun: 'a finite number',
  written: () => 'a decimal with a point, such as 3.14, .5 or 1e-3; not NaN, inf, 3,14 or 5 %',
  options: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  reader: () => ({
    form: { is: 'decimal' },
    read(text) {
      const value = LEXICAL.test(text) ? Number(text) : Number.NaN
      return Number.isFinite(value) ? value : Number.NaN
    },
  }),
})
