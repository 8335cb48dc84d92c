// Says as JSON what evidence says of tables, in a process of its own, which has loaded no other DuckDB: node evidence-apart.ts FOLDER NAME CONTRACT ADDRESS…
import { evidenceOf } from './evidence-of.ts'

const [folder = '', name = '', text = '', ...addresses] = process.argv.slice(2)
const found: unknown[] = []
for (const address of addresses) {
  const { answer, engine } = await evidenceOf(
    folder,
    address,
    { name, text },
    { environment: { PROOFMARK_DUCKDB_EXTENSIONS: process.env.PROOFMARK_DUCKDB_EXTENSIONS ?? '' } },
  )
  found.push({ answer, engine })
}
console.log(JSON.stringify(found))
