import { clickhouse as dialect } from '../../core/pushdown/dialects/clickhouse.ts'
import { quotedTable, textLiteral } from '../../core/pushdown/sql.ts'
import type { EngineEstimate } from '../../ports/engine.ts'

/** Asks one statement, of which so many rows may come. */
type Ask = (sql: string, rows: number) => Promise<{ readonly rows: readonly (readonly (string | null)[])[] }>

/**
 * Rows of a table, and the bytes of some of its columns before they are compressed, as ClickHouse counts what a statement has read. Nothing
 * is known of a view, of a part of a table, or of an engine that does not count bytes.
 */
export async function estimateReading(
  ask: Ask,
  table: string,
  from: string,
  names: readonly string[],
): Promise<EngineEstimate | undefined> {
  if (from !== quotedTable(dialect, table)) return undefined
  const where = tableIn(from)
  const items = ['sum(data_uncompressed_bytes)', 'count()'].map(item => `toString(${item})`)
  const [sizes = []] = (
    await ask(
      `SELECT ${items.join(', ')} FROM system.columns WHERE ${where} AND name IN (${names.map(text).join(', ') || "''"})`,
      1,
    )
  ).rows
  const [rows = []] = (
    await ask(
      `SELECT toString(total_rows), toString(total_bytes_uncompressed) FROM system.tables WHERE ${where.replace('table =', 'name =')}`,
      1,
    )
  ).rows
  // Of small parts only the sizes of all columns together are kept: no less than what is asked for.
  const each = Number(sizes[1]) === names.length ? Number(sizes[0]) : 0
  const bytes = each > 0 ? each : Number(rows[1] ?? 0)
  return {
    ...(rows[0] == null ? {} : { rows: Number(rows[0]) }),
    ...(bytes > 0 ? { bytes } : {}),
  }
}

const text = (value: string): string => textLiteral(dialect, value)

/** Which rows of `system.columns` are of a table. */
export function tableIn(from: string): string {
  const parts = [...from.matchAll(/"((?:[^"\\]|""|\\.)*)"/g)].map(([, part = '']) =>
    part.replaceAll('""', '"').replaceAll('\\\\', '\\'),
  )
  const [database, name] = parts.length > 1 ? parts : [undefined, parts[0]]
  return `database = ${database === undefined ? 'currentDatabase()' : text(database)} AND table = ${text(name ?? '')}`
}
