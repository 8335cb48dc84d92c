import { visible } from '../markdown/escape.ts'

/** Untrusted text as people may see it: control characters and changes of writing direction made visible, cut at `limit` characters. */
export function shown(text: string, limit = 300): string {
  // What is cut off need not be read first: a name may be of any length.
  const whole = visible(text.slice(0, 2 * limit + 2))
  return whole.length > limit ? `${whole.slice(0, limit).toWellFormed()}…` : whole
}
