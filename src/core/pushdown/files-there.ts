import { fill, quotedTable } from './sql.ts'
import type { Asking } from './statement.ts'
import type { TableThere } from './table-there.ts'

/** A fingerprint of the files of some rows, as SQL has it; undefined where rows do not say which they are of. */
export function filesPrint({ dialect, fileColumns }: TableThere): string | undefined {
  const digest = dialect.filesDigest ?? dialect.rowsDigest
  if (!fileColumns || digest === undefined) return undefined
  return fill(digest, fileColumns.map(name => quotedTable(dialect, name)).join(', '))
}

/** The same of all rows: which files they are of, and how many each has; as who has opened the table sees it, or who comes anew. */
export function* filesThere(there: TableThere, anew = false): Asking<string | undefined> {
  const print = filesPrint(there)
  if (print === undefined) return undefined
  const { dialect, from } = there
  const [answer = []] = yield {
    sql: `SELECT ${fill(dialect.text, 'count(*)')}, ${fill(dialect.text, print)} FROM ${from}`,
    purpose: 'files of the table',
    rows: 1,
    anew,
  }
  return answer.join(' ')
}
