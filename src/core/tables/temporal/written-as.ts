import type { LogicalTypeOptions } from '../contract/property.ts'

/** How a date or a time is written: in the contract's format, else like the ISO 8601 example; with an offset or without where the contract says so. */
export function writtenAs(what: string, { format, timezone }: LogicalTypeOptions, iso: string): string {
  const offset = timezone === undefined ? '' : timezone ? ', with an offset from UTC' : ', without an offset from UTC'
  return `${what}, ${format === undefined ? `such as ${iso}` : `written ${format}`}${offset}`
}
