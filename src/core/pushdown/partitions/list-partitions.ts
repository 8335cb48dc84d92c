import { UserError } from '../../user-error.ts'
import { filesPrint } from '../files-there.ts'
import { fill } from '../sql.ts'
import type { Asking } from '../statement.ts'
import { columnAt, keyOf, type TableThere } from '../table-there.ts'
import type { Partition } from './partition.ts'
import { partitionColumn } from './partition-column.ts'

/** Partitions that a table may have: each is asked about by itself. */
const MOST = 5000

/** All partitions of a table in the order of their values, each with its fingerprint: of its files where rows say theirs, else of all its cells; as who comes `anew` sees them. */
export function* listPartitions(there: TableThere, anew = false): Asking<Partition[]> {
  const { dialect, from, table } = there
  const column = partitionColumn(there)
  const print = printOf(there)
  if (print === undefined)
    throw new UserError(
      'engine.partition',
      `Expected an engine that can tell whether a partition has changed but found ${dialect.name}`,
      {
        hint: 'Leave partition and states out: the table is measured as a whole then',
      },
    )
  const answer = yield {
    sql: `SELECT ${column.text}, ${fill(dialect.text, 'count(*)')}, ${fill(dialect.text, print)} FROM ${from} GROUP BY ${column.group} LIMIT ${MOST + 1}`,
    purpose: `partitions by ${column.name}`,
    rows: MOST + 1,
    anew,
  }
  if (answer.length > MOST)
    throw new UserError(
      'engine.partition',
      `Expected at most ${MOST} partitions of ${table.table} but found more by ${column.name}`,
      {
        hint: 'Name a column of fewer values',
      },
    )
  return answer
    .map(([value = null, rows, files]) => ({ value, rows: Number(rows), print: String(files) }))
    .toSorted((a, b) =>
      a.value === b.value ? 0 : a.value === null ? -1 : b.value === null ? 1 : a.value < b.value ? -1 : 1,
    )
}

function printOf(there: TableThere): string | undefined {
  const { dialect, columns } = there
  const files = filesPrint(there)
  if (files !== undefined) return files
  if (dialect.rowsDigest === undefined) return undefined
  const place = keyOf(there)
  const cells = columns.flatMap(({ denied, kind }, index) => {
    if (denied !== undefined) return []
    const { name } = columnAt(there, index)
    return [kind === 'other' ? `(${name} IS NULL)` : name]
  })
  return fill(dialect.rowsDigest, [...(place === undefined ? [] : [place]), ...cells].join(', '))
}
