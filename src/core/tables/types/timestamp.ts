import { ISO } from '../temporal/format.ts'
import { temporalReader } from '../temporal/temporal-reader.ts'
import { writtenAs } from '../temporal/written-as.ts'
import { defineType } from './define-type.ts'

/** Points in time; without an offset, in UTC. */
export const timestamp = defineType({
  id: 'timestamp',
  noun: 'a timestamp',
  written: options => writtenAs('a time that exists', options, '2024-03-10T14:22:35Z or 2024-03-10 14:22'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'timezone', 'defaultTimezone'],
  reader: options => temporalReader(ISO.timestamp, options),
})
