import type { ShownRow } from '../core/tables/shown-rows.ts'
import { startJob, type TableJob } from '../core/tables/table-job.ts'
import { textBatch } from '../core/tables/text-batch.ts'
import type { MeasuredTable, Table } from '../ports.ts'

/** Rows between two reports of progress. */
const REPORT = 250_000

/** Measures a table row by row, on this thread; a row's place is its line. */
export async function measureRows(
  open: () => Promise<Table>,
  job: TableJob,
  progress: (rows: number) => void,
): Promise<MeasuredTable> {
  const table = await open()
  const run = startJob(job, table.header)
  let rows = 0
  let next = REPORT
  for await (const batch of table.batches) {
    run.add(textBatch(batch))
    rows += batch.length
    if (rows < next) continue
    progress(rows)
    next = rows + REPORT
  }
  return { header: table.header, run, find, material: role => table.material(role) }

  async function find(places: readonly number[]): Promise<ShownRow[]> {
    const wanted = new Set(places)
    const found: ShownRow[] = []
    const again = await open()
    for await (const batch of again.batches) found.push(...batch.filter(row => wanted.has(row.line)))
    return found
  }
}
