import { closestMatch } from 'leven'
import { grouped } from '../../wording/grouped.ts'
import { listed } from '../format.ts'
import { MOST_LOCATIONS } from '../predictions/faults.ts'
import type { Locate, PendingCheck } from '../predictions/locate.ts'
import { NO_NAME } from '../predictions/names.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At } from '../predictions/reading.ts'
import type { Names } from '../predictions/rows.ts'

/** More names than these are no classes: none is shown. */
const MOST_SHOWN = 10

/** An inconclusive check unless the label column has two classes, the positive one among them. */
export function twoClasses(
  { file, role }: PredictionSource,
  { codes, names }: Names,
  at: At,
  { label, positive }: { readonly label: string; readonly positive: string },
): PendingCheck[] {
  if (names.length === 0 || (names.length === 2 && names.includes(positive))) return []
  const check = {
    id: `${role}.classes`,
    title: `Two classes in ${file}`,
    status: 'inconclusive' as const,
    measured: { value: names.length, unit: 'classes', n: codes.length },
    required: { comparator: '=' as const, value: 2, unit: 'classes' },
  }
  if (!names.includes(positive)) {
    const meant = closestMatch(positive, [...names], { maxDistance: positive.length / 2 })
    return [
      {
        ...check,
        reason: `Expected the positive class '${positive}' to occur in '${label}' but found ${shown(names)}`,
        hint: `Set 'positive' to the class that the score is the probability of${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
        locations: [{ file, column: label }],
      },
    ]
  }
  if (names.length === 1)
    return [
      {
        ...check,
        reason: `Expected two classes in '${label}' but every row is '${positive}'`,
        hint: 'Add labelled rows of the other class to the hold-out',
        locations: [{ file, column: label }],
      },
    ]
  return [
    {
      ...check,
      reason: `Expected two classes in '${label}' but found ${grouped(names.length)}: ${shown(names)}`,
      hint: 'Correct the labels, or leave rows of no class out of the hold-out',
      locate: strangers(label, codes, at, names.indexOf(positive)),
    },
  ]
}

const shown = (names: readonly string[]) =>
  names.length > MOST_SHOWN ? 'too many names to be classes' : listed(names.map(name => `'${name.slice(0, 40)}'`))

/** The first rows that are neither the positive class nor the most frequent of the others. */
function strangers(label: string, codes: Uint32Array, at: At, positive: number): Locate[] {
  const counts = new Map<number, number>()
  for (const code of codes) if (code !== positive && code !== NO_NAME) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [negative] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [NO_NAME, 0])
  const places: Locate[] = []
  for (const [row, code] of codes.entries()) {
    if (code === positive || code === negative || code === NO_NAME) continue
    places.push(at(row, label, 'neither class'))
    if (places.length === MOST_LOCATIONS) break
  }
  return places
}
