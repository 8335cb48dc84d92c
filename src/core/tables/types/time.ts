import { ISO } from '../temporal/format.ts'
import { temporalReader } from '../temporal/temporal-reader.ts'
import { writtenAs } from '../temporal/written-as.ts'
import { defineType } from './define-type.ts'

/** Times of the day; without an offset, in UTC. */
export const time = defineType({
  id: 'time',
  noun: 'a time of day',
  written: options => writtenAs('a time that exists', options, '14:22:35 or 14:22'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'timezone', 'defaultTimezone'],
  reader: options => temporalReader(ISO.time, options),
})
