import type { SqlDialect } from '../dialect.ts'
import type { EngineName } from '../engine-table.ts'
import { clickhouse } from './clickhouse.ts'
import { duckdb } from './duckdb.ts'
import { postgres } from './postgres.ts'
import { spark } from './spark.ts'
import { trino } from './trino.ts'

/** How each engine writes SQL. */
export const DIALECTS: Readonly<Record<EngineName, SqlDialect>> = {
  duckdb,
  trino,
  clickhouse,
  postgres,
  spark,
  databricks: spark,
}
