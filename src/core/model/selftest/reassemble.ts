import type { AssembledRows } from '../predictions/assemble-rows.ts'
import { MOST_LOCATIONS } from '../predictions/faults.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import { noRowFaults } from '../predictions/row-faults.ts'
import { indexIds } from '../predictions/row-ids.ts'
import type { Copy } from './degradation.ts'

/** A copy as it would have been read from a file: its ids indexed anew, every cell sound. */
export function reassemble({ rows, ids, places }: Copy, { reading }: PredictionSource): AssembledRows {
  const first: { row: number; of: number }[] = []
  let count = 0
  const indexed = indexIds(ids, (row, of) => {
    count++
    if (first.length < MOST_LOCATIONS) first.push({ row, of })
  })
  return {
    places,
    ids: indexed,
    rows,
    idFaults: noRowFaults(),
    repeated: { count, first },
    faults: reading.needs.map(() => noRowFaults()),
  }
}
