import { grouped } from '../wording/grouped.ts'
import type { Column, Side } from './column.ts'
import { DRAWN } from './drift-job.ts'
import type { DriftRow } from './result.ts'

/** How numbers are drawn where a column has more than are compared, for evidence. */
export const SAMPLING =
  `Where a column has more than ${grouped(DRAWN)} finite numbers, those of the rows with the ${grouped(DRAWN)} smallest lots are compared; ` +
  "a lot is a 32-bit hash (MurmurHash3's finalizer) of the byte on which the row begins, or of its number or line in files that are read by them. " +
  'Everything else is counted over all rows: missing values, categories, unseen ones, cells that are no number, extremes, means and deviations'

/** Of how many numbers of each side how many are compared; undefined where all are. */
export function drawnOf({ reference, current }: Column): DriftRow['drawn'] {
  if (reference.drawnFrom === undefined && current.drawnFrom === undefined) return undefined
  const side = ({ numbers, drawnFrom = numbers.length }: Side) => ({ of: drawnFrom, compared: numbers.length })
  return { reference: side(reference), current: side(current) }
}
