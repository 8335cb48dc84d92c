import { visible } from '../markdown/escape.ts'

/** Untrusted text as people may see it: control characters and changes of writing direction made visible, cut at `limit` characters. */
export function shown(text: string, limit = 300): string {
  const whole = visible(text)
  return whole.length > limit ? `${whole.slice(0, limit).toWellFormed()}…` : whole
}
