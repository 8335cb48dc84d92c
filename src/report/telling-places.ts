import type { Check, Location } from '../core/evidence.ts'
import { places } from './places.ts'

/** The places of a check that say more than its title does: a line, a byte, a column or a file that it has not named. */
export const tellingPlaces = (check: Check): Location[] =>
  places(check).filter(({ line, note, column }) => {
    if (line !== undefined || note !== undefined || column === undefined) return true
    return !check.title.startsWith(`${column}: `) && !check.title.includes(`'${column}'`)
  })
