import type { Check } from '../../evidence.ts'
import { collectFaults, faultCheck } from '../predictions/faults.ts'
import { NO_NAME } from '../predictions/names.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At } from '../predictions/reading.ts'
import type { Names } from '../predictions/rows.ts'

/** An inconclusive check where a column holds what is none of the classes. */
export function knownClasses(
  { file, role }: PredictionSource,
  { codes, names }: Names,
  at: At,
  { classes, column, of }: { readonly classes: readonly string[]; readonly column: string; readonly of: string },
): Check[] {
  const faults = collectFaults()
  const strange = names.map(name => !classes.includes(name))
  for (const [row, code] of codes.entries())
    if (code !== NO_NAME && strange[code]) faults.add('of no class', at(row, column, 'none of the classes'))
  return faultCheck(faults, codes.length, {
    id: `${role}.${of}-classes`,
    title: `Classes in '${column}' of ${file}`,
    expected: `every '${column}' to be one of the ${classes.length} classes of 'probabilities'`,
    hint: "Write classes alike everywhere, spaces and upper and lower case included, and name all of them in 'probabilities'",
  })
}
