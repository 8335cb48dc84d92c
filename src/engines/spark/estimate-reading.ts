import { spark as dialect } from '../../core/pushdown/dialects/spark.ts'
import { quoted } from '../../core/pushdown/sql.ts'
import type { EngineEstimate } from '../../ports/engine.ts'
import type { Ask } from './pin-table.ts'

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
/** `Statistics(sizeInBytes=64.4 MiB, rowCount=2.00E+6)`: https://spark.apache.org/docs/latest/sql-ref-syntax-qry-explain.html */
const STATISTICS = /Statistics\(sizeInBytes=([\d.E+]+) ([KMGTPE]?i?B)(?:, rowCount=([\d.E+]+))?/

/** What one reading of some columns is estimated to cost: the sizes of the files, and the rows where the table was analyzed. */
export async function estimateReading(
  ask: Ask,
  from: string,
  columns: readonly string[],
): Promise<EngineEstimate | undefined> {
  const items = columns.map(name => quoted(dialect, name)).join(', ')
  const { rows } = await ask(`EXPLAIN COST SELECT ${items || '1'} FROM ${from}`, 1)
  const found = STATISTICS.exec(rows[0]?.[0] ?? '')
  if (!found) return undefined
  const [, size, unit = '', count] = found
  // What it does not know is said to be exabytes.
  const power = UNITS.indexOf(unit)
  const bytes = power < 0 ? Number.NaN : Math.round(Number(size) * 1024 ** power)
  const known = { ...(count === undefined ? {} : { rows: Math.round(Number(count)) }), ...(bytes > 0 ? { bytes } : {}) }
  return Object.keys(known).length > 0 ? known : undefined
}
