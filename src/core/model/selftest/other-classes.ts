import { mostProbable } from '../classes/most-probable.ts'
import { namedColumns } from '../classes/named-columns.ts'
import { type Numbers, namesOf, numbersOf } from '../predictions/rows.ts'
import type { Subject } from './degradation.ts'

/** Probabilities of several classes by role, those of every row handed on so that another class is the most probable, and not the true one. */
export function otherClasses({ own: { rows }, settings }: Subject): ReadonlyMap<string, Numbers> {
  const classes = namedColumns(settings.probabilities ?? []).map(({ name }) => name)
  const roles = classes.map((_, i) => `probabilities.${i + 1}`)
  const own = roles.map(role => numbersOf(rows, role))
  const predicted = mostProbable(own, rows.n)
  const truths = namesOf(rows, 'label')
  const steps = Uint32Array.from({ length: rows.n }, (_, row) => {
    const before = ((predicted[row] ?? 0) + classes.length - 1) % classes.length
    return classes[before] === truths.names[truths.codes[row] ?? 0] && classes.length > 2 ? 2 : 1
  })
  return new Map(
    roles.map((role, i) => [
      role,
      { numbers: Float64Array.from(steps, (step, row) => own[(i + step) % classes.length]?.[row] ?? 0) },
    ]),
  )
}
