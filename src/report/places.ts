import type { Check, Location } from '../core/evidence.ts'

/** The places that a check points at, but for the contract's rule where its hint has named that. */
export function places({ locations = [], hint = '' }: Check): Location[] {
  const words = hint.split(/[;,.]?\s+/)
  return locations.filter(({ file, line, note }) => note !== 'the rule' || !words.includes(`${file}:${line}`))
}
