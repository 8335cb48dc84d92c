import { visible } from '../markdown/escape.ts'

const MAX_LENGTH = 2000

/** A sentence as SARIF's plain text: control characters shown, and no `](`, which would be a link (SARIF 2.1.0 §3.11.6). */
export function plainMessage(...parts: readonly (string | undefined)[]): string {
  const text = parts
    .filter(part => part !== undefined)
    .map(part => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ')
  return visible(text).replaceAll('](', '] (').slice(0, MAX_LENGTH)
}
