import { defineType } from './define-type.ts'

/** Structures, which the cells of a CSV file do not hold. */
export const object = defineType({
  id: 'object',
  noun: 'a structure',
  written: () => 'nothing that a CSV file can hold',
  options: ['minProperties', 'maxProperties', 'required'],
  reader: () => ({ unsupported: 'a CSV file has no structures inside a cell' }),
})
