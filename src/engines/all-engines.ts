import type { EngineName } from '../core/pushdown/engine-table.ts'
import type { Whereabouts } from '../files/find-file.ts'
import type { Engine } from '../ports/engine.ts'
import { USUAL_ENGINE } from './engine-limits.ts'

/** Every engine, loaded when a table of its own is met. */
export const allEngines = (
  here: Whereabouts,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<EngineName, () => Promise<Engine>>> => ({
  duckdb: async () => (await import('./duckdb/duckdb.ts')).duckdb(here, USUAL_ENGINE, environment),
  clickhouse: async () => (await import('./clickhouse/clickhouse.ts')).clickhouse(environment, USUAL_ENGINE),
  postgres: async () => (await import('./postgres/postgres.ts')).postgres(environment, USUAL_ENGINE),
  spark: async () => (await import('./spark/spark.ts')).spark(environment, USUAL_ENGINE),
  databricks: async () => (await import('./databricks/databricks.ts')).databricks(environment, USUAL_ENGINE),
  trino: async () => (await import('./trino/trino.ts')).trino(environment, USUAL_ENGINE),
})
