import type { Status } from '../verdict.ts'
import type { Column } from './column.ts'
import { DRAWN } from './drift-job.ts'
import { grouped } from './figure.ts'
import { looksLikeId } from './looks-like-id.ts'
import type { Measured } from './measure-columns.ts'
import type { Inference } from './method.ts'
import { rowsNeeded } from './rows-needed.ts'

/** What to do about a column that did not pass. */
export function hintFor(status: Status, measured: Measured, alpha: number): string | undefined {
  const { column, method, measurement } = measured
  if (status === 'pass') return undefined
  if (status === 'warn') return 'The change is real but harmless by this limit: watch whether it grows'
  if (status === 'inconclusive') {
    const most = isDrawn(column) && method.question === 'distribution' ? DRAWN : Number.POSITIVE_INFINITY
    return measurement.inference && moreRows(measurement.inference, measured, alpha, most)
  }
  if (method.question === 'distribution' && looksLikeId(column)) {
    return "All values are different whole numbers: if they identify rows, name the column under 'ignore'"
  }
  return `${method.remedy}; if the change is harmless, raise '${method.harmless === undefined ? method.limit : `limits.${method.id}`}'`
}

const isDrawn = ({ kind }: Column): boolean => kind === 'numeric' || kind === 'datetime'

/** No more rows than `most` would be looked at. */
function moreRows(inference: Inference, { limit, tested }: Measured, alpha: number, most: number): string {
  const drifted = tested !== undefined && tested.advisoryPValue <= alpha
  const needed = rowsNeeded(inference, limit, drifted)
  if (needed !== undefined && needed.rows > most) {
    return `About ${grouped(needed.rows)} numbers would settle it, but no more than ${grouped(most)} of a column are compared: raise the limit`
  }
  if (needed === undefined && drifted) {
    return 'The change is real, and about as large as the limit: look at what changed, and raise the limit if that is harmless'
  }
  if (needed === undefined) return 'No number of rows would settle it at this limit: raise the limit'
  const { reference, current } = inference.rows
  const premise = drifted ? 'if the change stays as it is' : 'if nothing has drifted'
  return needed.side === 'current'
    ? `About ${grouped(needed.rows)} current rows would settle it ${premise}; there are ${grouped(current)}`
    : `About ${grouped(needed.rows)} rows in each table would settle it ${premise}; there are ${grouped(reference)} and ${grouped(current)}`
}
