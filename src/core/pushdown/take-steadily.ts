import type { Measure } from '../tables/measures/measure.ts'
import { UserError } from '../user-error.ts'
import { filesThere } from './files-there.ts'
import type { Asking } from './statement.ts'
import type { TableThere } from './table-there.ts'
import { type TakenThere, takeMeasures } from './take-measures.ts'

/**
 * Takes measures of a table that nobody may have changed meanwhile. Of one that is read in a snapshot nobody can. Of one whose rows say
 * which file they are of, the files must be the same before and after; of any other, what the first pass says when it is taken again.
 */
export function* takeSteadily(there: TableThere, measures: readonly Measure<unknown>[]): Asking<TakenThere> {
  if (there.isPinned) return yield* takeMeasures(there, measures)
  const before = yield* filesThere(there)
  if (before === undefined) return yield* takeMeasures(there, measures)
  const taken = yield* takeMeasures({ ...there, isPinned: true }, measures)
  const after = yield* filesThere(there, true)
  if (before === after) return taken
  throw new UserError(
    'engine.changed',
    `Expected the files of ${there.table.table} to stay as they are while it is measured but found others later`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  )
}
