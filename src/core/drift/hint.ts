import type { Status } from '../verdict.ts'
import { grouped } from '../wording/grouped.ts'
import { looksLikeId } from './looks-like-id.ts'
import type { Measured } from './measure-columns.ts'
import type { Needed } from './needed-by.ts'

/** What to do about a column that did not pass; `needed` of one that is undecided. */
export function hintFor(status: Status, { column, method }: Measured, needed: Needed | undefined): string | undefined {
  if (status === 'pass') return undefined
  if (status === 'warn') return 'The change is real but harmless by this limit: watch whether it grows'
  if (status === 'inconclusive') return needed && moreRows(needed)
  if (method.question === 'distribution' && looksLikeId(column)) {
    return "All values are different whole numbers: if they identify rows, name the column under 'ignore'"
  }
  return `${method.remedy}; if the change is harmless, raise '${method.harmless === undefined ? method.limit : `limits.${method.id}`}'`
}

/** No more rows than `most` would be looked at. */
function moreRows({ rows: needed, most, drifted, found }: Needed): string {
  if (needed !== undefined && needed.rows > most) {
    return `About ${grouped(needed.rows)} numbers would settle it, but no more than ${grouped(most)} of a column are compared: raise the limit`
  }
  if (needed === undefined && drifted) {
    return 'The change is real, and about as large as the limit: look at what changed, and raise the limit if that is harmless'
  }
  if (needed === undefined) return 'No number of rows would settle it at this limit: raise the limit'
  const premise = drifted ? 'if the change stays as it is' : 'if nothing has drifted'
  return needed.side === 'current'
    ? `About ${grouped(needed.rows)} current rows would settle it ${premise}; there are ${grouped(found.current)}`
    : `About ${grouped(needed.rows)} rows in each table would settle it ${premise}; there are ${grouped(found.reference)} and ${grouped(found.current)}`
}
