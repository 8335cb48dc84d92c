import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { duckdb as dialect } from '../../core/pushdown/dialects/duckdb.ts'
import { quoted, textLiteral } from '../../core/pushdown/sql.ts'
import type { EngineEstimate } from '../../ports/engine.ts'

/** A step of DuckDB's plan, as far as it is looked at. */
const Step = z.object({
  name: z.string(),
  get children() {
    return z.array(Step)
  },
  extra_info: z.looseObject({ 'Estimated Cardinality': z.string().optional() }),
})
type Step = z.infer<typeof Step>

/**
 * What one reading of the columns costs: of a Parquet file, named, what its footer says of them; of a table the rows that the plan expects
 * of it. DuckDB does not say beforehand how many bytes a table has.
 */
export async function estimateReading(
  connection: DuckDBConnection,
  from: string,
  columns: readonly string[],
  file: string | undefined,
): Promise<EngineEstimate | undefined> {
  if (file !== undefined) {
    const names = columns.map(name => textLiteral(dialect, name)).join(', ')
    const path = textLiteral(dialect, file)
    const read = await connection.runAndReadAll(
      `SELECT (SELECT sum(num_rows) FROM parquet_file_metadata(${path}))::VARCHAR, (SELECT sum(total_compressed_size) FROM parquet_metadata(${path}) WHERE split_part(path_in_schema, ', ', 1) IN (${names || "''"}))::VARCHAR`,
    )
    const [[rows, bytes] = []] = read.getRowsJson()
    return { rows: Number(rows ?? 0), bytes: Number(bytes ?? 0) }
  }
  const items = columns.map(name => quoted(dialect, name)).join(', ')
  const plan = await connection.runAndReadAll(`EXPLAIN (FORMAT JSON) SELECT ${items || '1'} FROM ${from}`)
  const steps = z.array(Step).safeParse(parsed(String(plan.getRowsJson()[0]?.[1] ?? '')))
  const rows = steps.success ? scanned(steps.data) : undefined
  return rows === undefined ? undefined : { rows }
}

/** Rows that the scans of a plan expect, where all of them say so. */
function scanned(steps: readonly Step[]): number | undefined {
  const leaves = steps.flatMap(leavesOf).map(({ extra_info: { 'Estimated Cardinality': rows } }) => Number(rows))
  const sum = leaves.reduce((all, rows) => all + rows, 0)
  return leaves.length > 0 && Number.isFinite(sum) ? sum : undefined
}

const leavesOf = (step: Step): Step[] => (step.children.length === 0 ? [step] : step.children.flatMap(leavesOf))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
