import { defineType } from './define-type.ts'

/** Lists, which the cells of a CSV file do not hold. */
export const array = defineType({
  id: 'array',
  noun: 'a list',
  written: () => 'nothing that a CSV file can hold',
  options: ['minItems', 'maxItems', 'uniqueItems'],
  reader: () => ({ unsupported: 'a CSV file has no lists' }),
})
