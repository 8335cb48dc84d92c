import type { Check } from '../core/evidence.ts'
import { locateChecks, type PendingCheck } from '../core/model/predictions/locate.ts'
import { showRowsOf } from '../core/tables/shown-rows.ts'
import type { ReadPredictions } from './read-predictions.ts'

/** Tells the places of checks on rows of these files, by reading the few rows again that are shown. */
export function locateRows(checks: readonly PendingCheck[], files: readonly ReadPredictions[]): Promise<Check[]> {
  const index = new Map(files.map(({ collected }, i) => [collected.source, i]))
  return showRowsOf(
    (...tables) =>
      locateChecks(checks, (source, place) => tables[index.get(source) ?? -1]?.at(place) ?? { line: 1, cells: [] }),
    ...files.map(({ shown }) => shown),
  )
}
