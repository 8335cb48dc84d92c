import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export { everyKind } from './every-kind.ts'

/** Writes tables of a query each: as `<name>.parquet`, for who reads files, and all of them into `tables.duckdb`, with what else is said to be made there. */
export async function makeTables(
  folder: string,
  queries: Readonly<Record<string, string>>,
  besides: readonly string[] = [],
): Promise<void> {
  const database = await DuckDBInstance.create(join(folder, 'tables.duckdb'))
  const connection = await database.connect()
  for (const [name, query] of Object.entries(queries)) {
    await connection.run(`CREATE TABLE "${name}" AS ${query}`)
    await connection.run(`COPY "${name}" TO '${join(folder, `${name}.parquet`)}' (FORMAT parquet)`)
  }
  for (const sql of besides) await connection.run(sql)
  connection.closeSync()
  database.closeSync()
}

/** What Trino calls the types that DuckDB has. */
const TYPES: Readonly<Record<string, string>> = {
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DOUBLE: 'double',
  FLOAT: 'real',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp(6)',
  VARCHAR: 'varchar',
}
const typeOf = (type: string): string => TYPES[type] ?? type.toLowerCase()

/** Characters of one statement: Trino takes a million. */
const STATEMENT = 600_000

/** The statements that make such a table on a Trino. */
export async function statementsFor(parquet: string, table: string): Promise<string[]> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${parquet}')`)
  const columns = described
    .getRowsJson()
    .map(([name, type]) => ({ name: `"${String(name)}"`, type: typeOf(String(type)) }))
  const read = await connection.runAndReadAll(
    `SELECT ${columns.map(({ name }) => `${name}::VARCHAR`).join(', ')} FROM read_parquet('${parquet}')`,
  )
  const rows = read.getRowsJson().map(row => row.map((cell, i) => (isNumber(columns[i]?.type) ? named(cell) : cell)))
  connection.closeSync()
  database.closeSync()
  const statements = [`CREATE TABLE ${table} (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`]
  for (let at = 0; at < rows.length; ) {
    const part: string[] = []
    for (let length = 0; at < rows.length && length < STATEMENT; at++) {
      const text = JSON.stringify(rows[at])
      part.push(text)
      length += text.length
    }
    const names = columns.map(({ name }) => name)
    statements.push(
      `INSERT INTO ${table} SELECT ${columns.map(({ name, type }) => `CAST(${name} AS ${type})`).join(', ')} FROM UNNEST(CAST(json_parse('[${part.join(',').replaceAll("'", "''")}]') AS ARRAY(ROW(${names.map(name => `${name} varchar`).join(', ')})))) AS u(${names.join(', ')})`,
    )
  }
  return statements
}

const isNumber = (type: string | undefined): boolean => type === 'double' || type === 'real'

/** What is no finite number, as Trino reads it. */
const named = (cell: unknown): unknown =>
  cell === 'nan' ? 'NaN' : cell === 'inf' ? 'Infinity' : cell === '-inf' ? '-Infinity' : cell
