import { defineType } from './define-type.ts'

/** Any text: there is nothing to read. */
export const string = defineType({
  id: 'string',
  noun: 'a text',
  written: () => 'anything',
  options: ['minLength', 'maxLength', 'pattern', 'format'],
  reader: () => undefined,
})
