import { grouped } from '../../wording/grouped.ts'
import { MAX_CATEGORIES, ROWS_PER_CATEGORY } from '../categories.ts'
import { columnLabel } from '../column-label.ts'
import { at } from '../files.ts'
import type { Obstacle } from '../obstacle.ts'

/** Ids, free text: values that do not repeat have no distribution to compare. */
export const notComparable: Obstacle = ({ name, kind }, files, method) => {
  if (kind !== 'text' || method) return undefined
  return {
    id: `${columnLabel(name)}.comparable`,
    title: `${columnLabel(name)}: values repeat`,
    status: 'warn',
    measured: { value: 'ids or free text' },
    required: { comparator: 'is', value: 'numbers or categories' },
    reason: `Expected at most ${grouped(MAX_CATEGORIES)} categories, each in ${ROWS_PER_CATEGORY} rows of the reference on average, but found more: the distribution is not compared`,
    hint: "Name the column under 'ignore' if it is an id, or choose a method for texts under 'methods'",
    locations: [at(files.reference, name)],
  }
}
