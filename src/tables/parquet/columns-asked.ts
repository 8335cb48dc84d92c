import type { Cells } from '../../core/tables/batch.ts'
import { startJob, type TableJob } from '../../core/tables/table-job.ts'

const NONE: Cells = {
  empty: new Uint8Array(0),
  text: () => '',
  values: () => new Float64Array(0),
  codes: undefined,
  hashes: { a: new Uint32Array(0), b: new Uint32Array(0), c: new Uint32Array(0) },
}

/** Indices of the columns that a job looks at: it is given no rows, and what it asks of them is noted. */
export function columnsAsked(job: TableJob, header: readonly string[]): ReadonlySet<number> {
  const asked = new Set<number>()
  startJob(job, header).add({
    rows: 0,
    places: new Float64Array(0),
    cells(index) {
      asked.add(index)
      return NONE
    },
  })
  return asked
}
