import type { Cells } from '../tables/batch.ts'
import type { Measure } from '../tables/measures/measure.ts'

const NONE: Cells = {
  empty: new Uint8Array(0),
  text: () => '',
  values: () => new Float64Array(0),
  codes: undefined,
  hashes: { a: new Uint32Array(0), b: new Uint32Array(0), c: new Uint32Array(0) },
}

/** Indices of the columns that a measure looks at: it is given no rows, and what it asks of them is noted. */
export function columnsOf(measure: Measure<unknown>): readonly number[] {
  const asked = new Set<number>()
  measure.add(measure.init(), {
    rows: 0,
    places: new Float64Array(0),
    cells(index) {
      asked.add(index)
      return NONE
    },
  })
  return [...asked].sort((a, b) => a - b)
}
