import type { Check, Location } from '../core/evidence.ts'
import { places } from './places.ts'

/** The first place of a check, where it says more than the check's title does: a line, a byte, a file. */
export function tellingPlace(check: Check): Location | undefined {
  const [first] = places(check)
  if (first === undefined) return undefined
  const { line, note, column } = first
  const isNamed = check.title.startsWith(`${column}: `) || check.title.includes(`'${column}'`)
  const isKnown = line === undefined && note === undefined && column !== undefined && isNamed
  return isKnown ? undefined : first
}
