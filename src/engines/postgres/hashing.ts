import { postgres as dialect } from '../../core/pushdown/dialects/postgres.ts'
import { textLiteral } from '../../core/pushdown/sql.ts'

/** Of as many combinations as PostgreSQL expects it would put all rows in order, or hand them to one process. */
const MEANWHILE = { enable_sort: 'off', parallel_tuple_cost: '0' }

/** Runs a statement that counts combinations in a way that is fast where they are few, and leaves the settings as they were. */
export async function hashing<Result>(
  ask: (sql: string, rows: number) => Promise<readonly (readonly (string | null)[])[]>,
  run: () => Promise<Result>,
): Promise<Result> {
  const names = Object.keys(MEANWHILE)
  const [before = []] = await ask(`SELECT ${names.map(name => `current_setting('${name}')`).join(', ')}`, 1)
  await ask(`SELECT ${set(Object.entries(MEANWHILE))}`, 1)
  const result = await run()
  await ask(`SELECT ${set(names.map((name, i) => [name, before[i] ?? '']))}`, 1)
  return result
}

const set = (settings: readonly (readonly [name: string, value: string])[]): string =>
  settings.map(([name, value]) => `set_config('${name}', ${textLiteral(dialect, value)}, true)`).join(', ')
