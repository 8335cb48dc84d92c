import { isOwn, type MeasuredPart } from '../core/tables/shard.ts'
import type { FindRows, ShownRow } from '../core/tables/shown-rows.ts'
import { startJob, type TableJob } from '../core/tables/table-job.ts'
import { textBatch } from '../core/tables/text-batch.ts'
import type { MeasuredTable, MeasureOptions, Table } from '../ports.ts'

/** Measures a table row by row, on this thread; a row's place is its line. */
export async function measureRows(
  open: () => Promise<Table>,
  job: TableJob,
  { progress, shard }: MeasureOptions,
): Promise<MeasuredTable> {
  const table = await open()
  const run = startJob(job, table.header)
  const parts: MeasuredPart[] = []
  let rows = 0
  let part = 0
  for await (const batch of table.batches) {
    rows += batch.length
    if (isOwn(part, shard)) {
      run.add(textBatch(batch))
      parts.push({ part, rows: batch.length })
    }
    part += 1
    progress(rows)
  }
  return { header: table.header, run, find: findByLine(open), parts, material: role => table.material(role) }
}

/** Finds rows again by their lines. */
export const findByLine =
  (open: () => Promise<Table>): FindRows =>
  async lines => {
    const wanted = new Set(lines)
    const found: ShownRow[] = []
    const table = await open()
    for await (const batch of table.batches) {
      found.push(...batch.filter(row => wanted.has(row.line)))
      if (found.length === wanted.size) break
    }
    return found
  }
