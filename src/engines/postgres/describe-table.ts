import { postgres as dialect } from '../../core/pushdown/dialects/postgres.ts'
import { quoted, quotedTable, textLiteral } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'

/** Asks one statement, of which so many rows may come. */
export type Ask = (sql: string, rows: number) => Promise<readonly (readonly (string | null)[])[]>

/** A table, as it is asked for. */
export interface Described {
  readonly from: string
  readonly columns: EngineSession['columns']
}

/** PostgreSQL's own limit. */
const MAX_COLUMNS = 1600

/** What stands in a table: types of domains are those below them. Of a column that may not be read, why. */
export async function describeTable(ask: Ask, table: string): Promise<Described> {
  const [found = []] = await ask(
    `SELECT CAST(c.oid AS text), n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = pg_catalog.to_regclass(${textLiteral(dialect, quotedTable(dialect, table))}) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    1,
  ).catch(cause => {
    throw /^[0-9A-Z]{5}: /.test(lineOf(cause)) ? unreadable(table, lineOf(cause), cause) : cause
  })
  const [oid, schema, name] = found
  if (oid == null || schema == null || name == null) throw unreadable(table, 'none of that name')
  const rows = await ask(
    `WITH RECURSIVE typed AS (
      SELECT attnum, attname, atttypid AS type, atttypmod AS modifier FROM pg_attribute WHERE attrelid = ${oid} AND attnum > 0 AND NOT attisdropped
      UNION ALL
      SELECT d.attnum, d.attname, t.typbasetype, t.typtypmod FROM typed d JOIN pg_type t ON t.oid = d.type WHERE t.typtype = 'd'
    )
    SELECT CAST(attname AS text), CASE t.typtype WHEN 'e' THEN 'enum ' ELSE '' END || format_type(type, modifier), CAST(has_column_privilege(${oid}, attnum, 'SELECT') AS text)
    FROM typed JOIN pg_type t ON t.oid = type WHERE t.typtype <> 'd' ORDER BY attnum`,
    MAX_COLUMNS,
  )
  const columns = rows.map(([column, type, isReadable]) => ({
    name: column ?? '',
    type: type ?? '',
    ...(isReadable === 'true' ? {} : { denied: `42501: no SELECT is granted on it` }),
  }))
  if (columns.length > 0 && columns.every(({ denied }) => denied !== undefined))
    throw unreadable(table, `42501: no SELECT is granted on any of its columns`)
  return { from: `${quoted(dialect, schema)}.${quoted(dialect, name)}`, columns }
}

/** A table that is not there, or may not be read. */
export const unreadable = (table: string, found: string, cause?: unknown): UserError =>
  new UserError('engine.table', `Expected ${table} to be a table that PostgreSQL lets us read but found: ${found}`, {
    hint: 'Write schema.table, and grant USAGE on the schema and SELECT on the table',
    cause,
  })
