import type { Column } from '../column.ts'

/** Zones that are UTC by other names. */
const UTC: ReadonlySet<string> = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Z'])

/**
 * The `defaultTimezone` without which the column's limits cannot be compared with its values, where it is not UTC: only
 * then does it matter, and Proofmark keeps no table of the world's offsets.
 */
export function unknownOffset({ options, reader }: Column): string | undefined {
  const zone = options.defaultTimezone
  if (zone === undefined || UTC.has(zone)) return undefined
  const bounds = [options.minimum, options.maximum, options.exclusiveMinimum, options.exclusiveMaximum]
  const texts = bounds.filter(bound => typeof bound === 'string')
  const alike = texts.every(text => reader?.zoned?.(text) === options.timezone)
  return texts.length === 0 || alike ? undefined : zone
}
