import { type ChunkEffect, calibratedLimits } from '../core/drift/calibrated-limits.ts'
import { columnOf } from '../core/drift/column.ts'
import type { ColumnCells } from '../core/drift/column-cells.ts'
import type { DriftJob } from '../core/drift/drift-job.ts'
import { methodFor } from '../core/drift/method-for.ts'
import type { Calibration } from '../core/drift/result.ts'
import type { Check } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { startJob } from '../core/tables/table-job.ts'
import { textBatch } from '../core/tables/text-batch.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Ports } from '../ports.ts'
import { cellsOf } from './measure-drift.ts'

/** Fewer chunks do not show how much they differ; more show it no better. */
const FEWEST = 5
const MOST = 20

interface Asked {
  readonly reference: string
  readonly rows: { readonly reference: number; readonly current: number }
  readonly job: DriftJob
  /** The whole reference, in the order of the job. */
  readonly cells: readonly ColumnCells[]
}

export interface Calibrated {
  readonly settings: Settings['drift']
  readonly calibration?: Calibration
  readonly checks: readonly Check[]
}

/** Compares chunks of the reference, consecutive rows and as many as the current table has, with all of it: reads it once more. */
export async function calibrateDrift(
  { reference, rows, job, cells }: Asked,
  drift: Settings['drift'],
  { tables }: Pick<Ports, 'tables'>,
): Promise<Calibrated> {
  const chunks = rows.current > 0 ? Math.min(MOST, Math.floor(rows.reference / rows.current)) : 0
  if (chunks < FEWEST) return { settings: drift, checks: [tooFew(reference, rows, chunks)] }
  const table = await tables.open(reference)
  const effects: ChunkEffect[][] = []
  const start = () => startJob({ file: reference, drift: job }, table.header)
  const first = (chunk: number) => Math.floor((chunk * rows.reference) / chunks)
  let run = start()
  let from = 0
  for await (const batch of table.batches) {
    for (let at = 0; at < batch.length && effects.length < chunks; ) {
      const begin = first(effects.length)
      const skipped = Math.max(0, begin - from - at)
      const taken = batch.slice(at + skipped, Math.max(at + skipped, begin + rows.current - from))
      if (taken.length > 0) run.add(textBatch(taken))
      at += skipped + taken.length
      if (from + at < begin + rows.current) continue
      effects.push(effectsOf(cellsOf(run, job, table.header)))
      run = start()
    }
    from += batch.length
    if (effects.length === chunks) break
  }
  return { ...calibratedLimits(effects, rows.current, drift), checks: [] }

  function effectsOf(chunk: readonly ColumnCells[]): ChunkEffect[] {
    return job.columns.flatMap(({ name }, i) => {
      const [whole, part] = [cells[i], chunk[i]]
      if (!whole || !part) return []
      const column = columnOf(name, whole, part)
      const method = methodFor(column, drift.methods)
      const measurement = method?.measure(column, drift.alpha, `${reference} ${effects.length} ${name}`)
      return method && measurement ? [{ column, method, effect: measurement.effect }] : []
    })
  }
}

const tooFew = (file: string, { reference, current }: Asked['rows'], chunks: number): Check => ({
  id: 'calibration.chunks',
  title: 'The reference holds enough chunks to calibrate the limits',
  status: 'warn',
  measured: { value: chunks, unit: 'chunks', n: reference },
  required: { comparator: '>=', value: FEWEST, unit: 'chunks' },
  reason: `Expected the reference to hold ${FEWEST} times the ${grouped(current)} rows of the current table but found ${grouped(reference)} rows: the limits are as set`,
  hint: "Compare fewer rows at a time, give a longer reference, or leave out 'calibrate'",
  locations: [{ file }],
})
