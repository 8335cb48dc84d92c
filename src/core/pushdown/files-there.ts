import { fill } from './sql.ts'
import type { Asking } from './statement.ts'
import type { TableThere } from './table-there.ts'

/** A fingerprint of the files that the rows are of: their names, sizes and times, each as often as it has rows. Undefined where rows do not say. */
export function* filesThere(there: TableThere): Asking<string | undefined> {
  const { dialect, from, hasFiles } = there
  if (!hasFiles || dialect.files === undefined) return undefined
  const [answer = []] = yield {
    sql: `SELECT ${fill(dialect.text, 'count(*)')}, ${fill(dialect.text, dialect.files)} FROM ${from}`,
    purpose: 'files of the table',
    rows: 1,
  }
  return answer.join(' ')
}
