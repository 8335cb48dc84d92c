import { mostProbable } from '../classes/most-probable.ts'
import { namedColumns } from '../classes/named-columns.ts'
import { type Names, namesOf, numbersOf } from '../predictions/rows.ts'
import type { Subject } from './degradation.ts'

/** The predicted classes, of rows where other probabilities make another class the most probable that one. */
export function followingClasses({ own: { rows }, settings }: Subject, others: readonly Float64Array[]): Names {
  const classes = namedColumns(settings.probabilities ?? []).map(({ name }) => name)
  const own = classes.map((_, i) => numbersOf(rows, `probabilities.${i + 1}`))
  const [before, after] = [mostProbable(own, rows.n), mostProbable(others, rows.n)]
  const { codes, names } = namesOf(rows, 'predicted')
  const all = [...new Set([...names, ...classes])]
  const codeOf = classes.map(name => all.indexOf(name))
  return {
    codes: codes.map((code, row) => (before[row] === after[row] ? code : (codeOf[after[row] ?? 0] ?? code))),
    names: all,
  }
}
