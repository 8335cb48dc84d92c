import { columnLabel } from '../column-label.ts'
import { at } from '../files.ts'
import type { Obstacle } from '../obstacle.ts'

/** Dates move on by themselves, so that their distribution is compared only where the settings choose a method for it. */
export const datesMoveOn: Obstacle = ({ name, kind }, files, method) => {
  if (kind !== 'datetime' || method) return undefined
  return {
    id: `${columnLabel(name)}.comparable`,
    title: `${columnLabel(name)}: a method is chosen for dates`,
    status: 'warn',
    measured: { value: 'dates' },
    required: { comparator: 'is', value: 'a method for dates' },
    reason:
      'Expected a method for dates, which move on by themselves, but found none chosen: the distribution is not compared',
    hint: "Choose one under 'methods', such as kolmogorov-smirnov, or name the column under 'ignore'",
    locations: [at(files.reference, name)],
  }
}
