import { z } from 'zod'
import { trino as dialect } from '../../core/pushdown/dialects/trino.ts'
import { quoted } from '../../core/pushdown/sql.ts'
import type { EngineEstimate } from '../../ports/engine.ts'
import type { Ask } from './pin-table.ts'

/** A number that may be unknown. */
const Estimated = z.union([z.number(), z.literal('NaN'), z.literal('Infinity')])

/** What Trino expects to read, as far as it is looked at: https://trino.io/docs/current/sql/explain.html */
const IoPlan = z.object({
  inputTableColumnInfos: z
    .array(z.object({ estimate: z.object({ outputRowCount: Estimated, outputSizeInBytes: Estimated }) }))
    .max(1000),
})

/** What one reading of the columns is estimated to cost, of the statistics that Trino has; undefined where it has none. */
export async function estimateReading(
  ask: Ask,
  from: string,
  columns: readonly string[],
): Promise<EngineEstimate | undefined> {
  const items = columns.map(name => quoted(dialect, name)).join(', ')
  const { rows } = await ask(`EXPLAIN (TYPE IO, FORMAT JSON) SELECT ${items || '1'} FROM ${from}`, 1)
  const plan = IoPlan.safeParse(parsed(rows[0]?.[0] ?? ''))
  if (!plan.success) return undefined
  const sum = (key: 'outputRowCount' | 'outputSizeInBytes'): number | undefined => {
    const all = plan.data.inputTableColumnInfos.map(({ estimate }) => estimate[key])
    if (all.length === 0) return undefined
    const total = all.reduce<number>((so, one) => so + (typeof one === 'number' ? one : Number.NaN), 0)
    return total >= 0 && Number.isFinite(total) ? Math.round(total) : undefined
  }
  const [count, bytes] = [sum('outputRowCount'), sum('outputSizeInBytes')]
  if (count === undefined && bytes === undefined) return undefined
  return { ...(count === undefined ? {} : { rows: count }), ...(bytes === undefined ? {} : { bytes }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
