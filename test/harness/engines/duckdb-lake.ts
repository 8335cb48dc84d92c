import { existsSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

const HOME = join(process.env.PROOFMARK_DUCKDB_LAKE ?? join(homedir(), '.cache/proofmark-duckdb-lake'), '1.5.5')

/** Gives a folder the DuckDB that has extensions for lakes, from what `scripts/get-duckdb-lake.sh` has fetched; tables of it are measured by that then. */
export function duckdbOfLakes(folder: string): {
  readonly extensions: string
  readonly api: typeof import('@duckdb/node-api')
} {
  if (!existsSync(join(HOME, '.complete')))
    throw new Error(`There is no DuckDB in ${HOME}: run scripts/get-duckdb-lake.sh`)
  symlinkSync(join(HOME, 'node_modules'), join(folder, 'node_modules'))
  return { extensions: join(HOME, 'extensions'), api: createRequire(join(HOME, 'package.json'))('@duckdb/node-api') }
}
