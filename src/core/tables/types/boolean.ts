import { defineType } from './define-type.ts'

const VALUES: Readonly<Record<string, number>> = {
  true: 1,
  True: 1,
  TRUE: 1,
  1: 1,
  false: 0,
  False: 0,
  FALSE: 0,
  0: 0,
}

/** Truth values as XML Schema writes xsd:boolean (Part 2, 3.3.2), and as Python and spreadsheets do. */
export const boolean = defineType({
  id: 'boolean',
  noun: 'true or false',
  written: () => 'true, false, True, False, TRUE, FALSE, 1 or 0',
  options: [],
  reader: () => ({ read: text => (Object.hasOwn(VALUES, text) ? (VALUES[text] ?? Number.NaN) : Number.NaN) }),
})
