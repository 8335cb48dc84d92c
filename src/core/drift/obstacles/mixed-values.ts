import { grouped } from '../../wording/grouped.ts'
import { columnLabel } from '../column-label.ts'
import { at } from '../files.ts'
import type { Obstacle } from '../obstacle.ts'

/** A reference column of numbers with text among them, too varied to be categories: it is neither, so nothing can be said. */
export const mixedValues: Obstacle = ({ name, kind, cells: { reference } }, files) => {
  if (kind !== 'mixed') return undefined
  const found = reference.rows - reference.missing
  const { count, line } = reference.text
  return {
    id: `${columnLabel(name)}.type`,
    title: `${columnLabel(name)}: numbers or categories`,
    status: 'inconclusive',
    measured: { value: count, unit: 'rows', share: count / found, n: found },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected numbers or categories but found text in ${grouped(count)} of ${grouped(found)} cells of the reference, among numbers`,
    hint: "Leave cells without a number empty in both tables, or name the column under 'ignore'",
    locations: [at(files.reference, name, line)],
  }
}
