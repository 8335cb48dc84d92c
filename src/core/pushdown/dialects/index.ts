export { duckdb } from './duckdb.ts'
export { trino } from './trino.ts'
