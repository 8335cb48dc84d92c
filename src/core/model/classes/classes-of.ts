import type { Settings } from '../../settings/schema.ts'
import { namesOf, type Rows } from '../predictions/rows.ts'
import { namedColumns } from './named-columns.ts'

/** The classes: those of `probabilities` in their order, or those that occur, sorted. */
export function classesOf(rows: Rows, { probabilities }: Pick<Settings['certify'], 'probabilities'>): string[] {
  if (probabilities) return namedColumns(probabilities).map(({ name }) => name)
  const occurring = (role: string) => {
    const { codes, names } = namesOf(rows, role)
    return [...new Set(codes)].flatMap(code => names[code] ?? [])
  }
  const predicted = rows.columns.has('predicted') ? occurring('predicted') : []
  return [...new Set([...occurring('label'), ...predicted])].toSorted()
}

/** By row, the place of the name among the classes. */
export function placesOf(rows: Rows, role: string, classes: readonly string[]): Uint32Array {
  const { codes, names } = namesOf(rows, role)
  const places = names.map(name => classes.indexOf(name))
  return codes.map(code => places[code] ?? 0)
}
