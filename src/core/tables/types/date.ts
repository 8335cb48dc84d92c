import { ISO } from '../temporal/format.ts'
import { temporalReader } from '../temporal/temporal-reader.ts'
import { writtenAs } from '../temporal/written-as.ts'
import { defineType } from './define-type.ts'

/** Days of the Gregorian calendar. */
export const date = defineType({
  id: 'date',
  noun: 'a date',
  written: options => writtenAs('a day that exists', options, '2024-02-29'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  reader: options => temporalReader(ISO.date, options),
})
