import { grouped } from '../../wording/grouped.ts'
import { columnLabel } from '../column-label.ts'
import { at } from '../files.ts'
import type { Obstacle } from '../obstacle.ts'

/** NaN, ±Inf or a number too large for a double in a column of numbers; the finite ones are compared without it. */
export const nonFinite: Obstacle = ({ name, kind, cells }, files) => {
  const side = cells.current.nonFinite.count > 0 ? 'current' : 'reference'
  const { nonFinite: found, rows } = cells[side]
  if (kind !== 'numeric' || found.count === 0) return undefined
  return {
    id: `${columnLabel(name)}.finite`,
    title: `${columnLabel(name)}: finite numbers`,
    status: side === 'current' ? 'fail' : 'inconclusive',
    measured: { value: found.count, unit: 'rows', share: found.count / rows, n: rows },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected finite numbers but found NaN or an infinity in ${grouped(found.count)} of ${grouped(rows)} rows of the ${side} table`,
    hint: 'Mend the computation that makes them, or write an empty cell where a value is missing',
    locations: [at(files[side], name, found.line)],
  }
}
