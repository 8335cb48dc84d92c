// The same work in DuckDB, in a process of its own: node bench/tables/in-duckdb.mjs contract|profile|copy FILE [TO]
import { DuckDBInstance } from '@duckdb/node-api'

const [task, file, to] = process.argv.slice(2)
const database = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await database.connect()
const columns =
  "{'id':'VARCHAR','opened':'VARCHAR','amount':'DOUBLE','rate':'DOUBLE','age':'INTEGER','score':'DOUBLE','balance':'DOUBLE','visits':'INTEGER','ratio':'DOUBLE','limit':'INTEGER','home':'VARCHAR','status':'VARCHAR','active':'BOOLEAN','note':'VARCHAR'}"
const csv = `read_csv('${file}', header = true, columns = ${columns})`
const table = file.endsWith('.parquet') ? `read_parquet('${file}')` : csv
const contract = `SELECT count(*) AS rows, count(DISTINCT id) AS ids,
  count(*) FILTER (NOT regexp_full_match(id, '[0-9a-f]{16}')) AS patterns,
  count(*) FILTER (opened IS NOT NULL AND try_cast(opened AS TIMESTAMP) IS NULL) AS times,
  count(*) FILTER (amount < 0) AS amounts,
  count(*) FILTER (score < 300 OR score > 850) AS scores,
  count(*) FILTER (home NOT IN ('owner', 'rent', 'parents', 'other', 'private', 'ignore')) AS homes,
  count(*) FILTER (status NOT IN ('open', 'closed', 'late')) AS statuses
  FROM ${table}`
const queries = {
  contract,
  profile: `SUMMARIZE SELECT * FROM ${table}`,
  copy: `COPY (SELECT * FROM ${table}) TO '${to}' (FORMAT parquet)`,
}
const reader = await connection.runAndReadAll(queries[task])
const rows = reader.getRowObjects()
if (task === 'contract') {
  const { rows: all, ids, ...broken } = rows[0]
  if (all !== ids || Object.values(broken).some(count => count !== 0n)) throw new Error('DuckDB finds the data broken')
}
