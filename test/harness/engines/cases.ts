import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'yaml'
import { localTables } from '../../../src/tables/local-tables.ts'

/** A case of a check, or of a method of drift, that tests of files have as well. */
export interface Case {
  readonly name: string
  readonly folder: string
}

/** The cases below a folder of `test/cases`, of each check or method the first so many. */
export const casesIn = (kind: 'tables' | 'drift', most = Number.POSITIVE_INFINITY): Case[] =>
  readdirSync(resolve('test/cases', kind)).flatMap(id =>
    readdirSync(resolve('test/cases', kind, id))
      .slice(0, most)
      .map(name => ({ name: `${id}/${name}`, folder: resolve('test/cases', kind, id, name) })),
  )

export const settingsOf = ({ folder }: Case): Record<string, unknown> =>
  parse(readFileSync(join(folder, 'settings.yml'), 'utf8')).drift

/** The column that says where a row stands. */
export const KEY = 'row of the file'

/** A table of texts, and of the numbers of their rows. */
export interface TextTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads a file of a case. */
export async function textTable(name: string, folder: string, file: string): Promise<TextTable> {
  const table = await localTables(folder).open(file)
  const rows: (readonly string[])[] = []
  for await (const batch of table.batches) for (const { cells } of batch) rows.push(cells)
  return { name, columns: table.header, rows }
}

/** Tables that one database has: to open one of all tables takes three times as long. */
const AT_ONCE = 20

/** The database that such a table is in: its name is a letter and a number. */
export const databaseOf = (table: string): string =>
  `cases-${table[0]}${Math.floor(Number(table.slice(1)) / AT_ONCE)}.duckdb`

/** Writes such tables as `<name>.parquet`, for who reads files, and into databases, for DuckDB. */
export async function makeTextTables(folder: string, tables: readonly TextTable[]): Promise<void> {
  for (const [name, some] of Map.groupBy(tables, table => databaseOf(table.name))) {
    const database = await DuckDBInstance.create(join(folder, name))
    const connection = await database.connect()
    await connection.run('BEGIN')
    for (const { name, columns, rows } of some) {
      const names = [`"${KEY}" BIGINT`, ...columns.map(column => `"${column.replaceAll('"', '""')}" VARCHAR`)]
      await connection.run(`CREATE TABLE "${name}" (${names.join(', ')})`)
      if (rows.length > 0) await connection.run(`INSERT INTO "${name}" VALUES ${valuesOf(rows)}`)
      await connection.run(`COPY "${name}" TO '${join(folder, `${name}.parquet`)}' (FORMAT parquet)`)
    }
    await connection.run('COMMIT')
    connection.closeSync()
    database.closeSync()
  }
}

/** Rows as SQL has them, each with its number. */
const valuesOf = (rows: TextTable['rows']): string =>
  rows.map((row, i) => `(${[i + 1, ...row.map(cell => `'${cell.replaceAll("'", "''")}'`)].join(', ')})`).join(', ')
