import { trino as dialect } from '../../../src/core/pushdown/dialects/trino.ts'
import { quoted, textLiteral } from '../../../src/core/pushdown/sql.ts'
import { KEY, type TextTable } from './cases.ts'

/** Where the views of cases are. */
export const VIEWS = 'memory.default'

/**
 * The statement that makes a view of a case's rows on a Trino, all texts but the number of the row. A view, as to write a table takes
 * Trino eight times as long, and to read one as long as all the rest of a statement.
 */
export function viewOf({ name, columns, rows }: TextTable): string {
  const names = ['n', ...columns.map((_, i) => `c${i}`)]
  const cells = JSON.stringify(rows.map((row, i) => [String(i + 1), ...row]))
  const items = [
    `CAST(n AS bigint) AS ${quoted(dialect, KEY)}`,
    ...columns.map((c, i) => `c${i} AS ${quoted(dialect, c)}`),
  ]
  const type = `ARRAY(ROW(${names.map(each => `${each} varchar`).join(', ')}))`
  return `CREATE VIEW ${VIEWS}.${name} AS SELECT ${items.join(', ')} FROM UNNEST(CAST(json_parse(${textLiteral(dialect, cells)}) AS ${type})) AS t(${names.join(', ')})`
}
