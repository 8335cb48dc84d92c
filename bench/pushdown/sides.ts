import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { USUAL_ENGINE } from '../../src/engines/engine-limits.ts'
import { startClickhouse } from '../../test/harness/engines/clickhouse.ts'
import { startPostgres } from '../../test/harness/engines/postgres.ts'
import { startSpark } from '../../test/harness/engines/spark.ts'
import { startTrino } from '../../test/harness/engines/trino.ts'
import { columnsIn } from './bench-table.ts'

/** An engine with the table in it. */
export interface Side {
  readonly address: string
  /** The name that the table has in a statement. */
  readonly table: string
  readonly quote: string
  run(sql: string): Promise<unknown>
  /** A hash of all cells of a column. */
  hash(name: string): string
  stop(): Promise<unknown>
}

/** The rows of a Trino are made by itself, so many at once. */
const LOT = 10_000_000

interface Given {
  readonly folder: string
  readonly rows: number
  /** The table as a file. */
  readonly parquet: string
}

/** Starts each engine, with the table in it. Postgres and Spark are given what a server that has the machine for itself would have. */
export const SIDES: Readonly<Record<string, (given: Given) => Promise<Side>>> = {
  duckdb: async ({ folder }) => ({
    address: 'duckdb:bench.duckdb?table=bench&key=id',
    table: 'bench',
    quote: '"',
    hash: name => `bit_xor(hash(${name}))`,
    // From the file, as a measurement is.
    async run(sql) {
      const options = { access_mode: 'READ_ONLY', memory_limit: USUAL_ENGINE.memory }
      const opened = await DuckDBInstance.create(join(folder, 'bench.duckdb'), options)
      const asked = await opened.connect()
      await asked.runAndReadAll(sql)
      asked.closeSync()
      opened.closeSync()
    },
    stop: async () => {},
  }),

  async postgres({ parquet }) {
    const server = await startPostgres({ shared_buffers: '512MB', max_wal_size: '4GB', work_mem: '64MB' })
    await server.load(parquet, 'bench')
    await server.run('VACUUM ANALYZE bench')
    return {
      address: `postgres:${server.url}?table=bench&key=id`,
      table: 'bench',
      quote: '"',
      hash: name => `bit_xor(hash_record_extended(ROW(${name}), 0))`,
      run: server.run,
      stop: server.stop,
    }
  },

  async clickhouse({ parquet }) {
    const server = await startClickhouse()
    await server.run(
      `CREATE TABLE bench ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${parquet}', Parquet)`,
    )
    return {
      address: `clickhouse:${server.url}?table=bench&key=id`,
      table: 'bench',
      quote: '"',
      hash: name => `groupBitXor(cityHash64(${name}))`,
      run: server.run,
      stop: server.kill,
    }
  },

  async spark({ folder, parquet }) {
    const server = await startSpark(folder, { quick: false, memory: '4G' })
    await server.run(`CREATE TABLE bench USING parquet LOCATION '${parquet}'`)
    return {
      address: `spark:${server.url}?table=bench&key=id`,
      table: 'bench',
      quote: '`',
      hash: name => `bit_xor(xxhash64(${name}))`,
      run: server.run,
      stop: server.kill,
    }
  },

  async trino({ folder, rows }) {
    const home = join(folder, 'server')
    mkdirSync(home)
    const server = await startTrino({ folder: home, lake: folder, isFast: true })
    await server.run('CREATE SCHEMA lake.bench')
    const table = 'lake.bench.bench'
    for (let from = 0; from < rows; from += LOT) {
      const until = Math.min(rows, from + LOT)
      const numbers = `UNNEST(sequence(${from / 1000}, ${Math.ceil(until / 1000) - 1})) AS a(a) CROSS JOIN UNNEST(sequence(1, 1000)) AS b(b)`
      const select = `SELECT ${columnsIn('trino').join(', ')} FROM (SELECT a * 1000 + b AS i FROM ${numbers}) t WHERE i <= ${rows}`
      await server.run(from === 0 ? `CREATE TABLE ${table} AS ${select}` : `INSERT INTO ${table} ${select}`)
    }
    return {
      address: `trino:${server.url}?table=${table}&key=id`,
      table,
      quote: '"',
      hash: name => `bitwise_xor_agg(from_big_endian_64(xxhash64(CAST(CAST(${name} AS VARCHAR) AS VARBINARY))))`,
      run: server.run,
      stop: server.stop,
    }
  },
}
