// Measures one table in a process of its own, whose statements may take so many seconds, and says how its checks ended: node ask-within.ts FOLDER ADDRESS SECONDS
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEngineAddress } from '../../../src/core/pushdown/engine-table.ts'
import { databricks } from '../../../src/engines/databricks/databricks.ts'
import { duckdb } from '../../../src/engines/duckdb/duckdb.ts'
import { USUAL_ENGINE } from '../../../src/engines/engine-limits.ts'
import { spark } from '../../../src/engines/spark/spark.ts'
import { trino } from '../../../src/engines/trino/trino.ts'
import { judged } from './judged.ts'
import { tablesOf } from './tables-of.ts'

const [root = '', address = '', seconds = ''] = process.argv.slice(2)
const limits = { ...USUAL_ENGINE, seconds: Number(seconds) }
const engines = {
  duckdb: () => duckdb({ root }, limits),
  trino: () => trino({}, limits),
  spark: () => spark({}, limits),
  databricks: () => databricks({}, limits),
}
const name = Object.keys(engines).find(each => each === readEngineAddress(address)?.engine)
const instead =
  name === 'duckdb' || name === 'trino' || name === 'spark' || name === 'databricks' ? engines[name]() : undefined
const contract = { name: 'c.odcs.yaml', text: readFileSync(join(root, 'c.odcs.yaml'), 'utf8') }
const { checks } = await judged(tablesOf(root, { rows: 0 }, { instead }), address, contract)
console.log(JSON.stringify(checks.map(({ id, status, reason }) => ({ id, status, reason }))))
