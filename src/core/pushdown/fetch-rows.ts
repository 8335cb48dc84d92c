import type { Batch } from '../tables/batch.ts'
import { textBatch } from '../tables/text-batch.ts'
import { fill, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/**
 * All rows of a small table, of some columns, in the order of its key. Without a key they are in the order of what they hold: where a row
 * stands in the table is not known then, but the same table gives the same rows.
 */
export function* fetchRows(there: TableThere, indices: readonly number[], rows: number): Asking<Batch> {
  const { dialect, from, columns } = there
  const key = keyOf(there)
  const texts = indices.map(index => columnAt(there, index))
  const items = [
    ...(key ? [fill(dialect.text, key)] : []),
    ...texts.map(({ column, name }) => (column.kind === 'other' ? 'NULL' : written(dialect, column, name))),
  ]
  const order = key
    ? ` ORDER BY ${fill(dialect.sorted ?? '$', key)}`
    : items.length > 0
      ? ` ORDER BY ${items.map((_, i) => i + 1).join(', ')}`
      : ''
  const answer = yield {
    sql: `SELECT ${items.length > 0 ? items.join(', ') : '1'} FROM ${from}${order} LIMIT ${rows + 1}`,
    purpose: 'rows',
    rows: rows + 1,
  }
  return textBatch(
    answer.map(row => {
      const cells = columns.map(() => '')
      for (const [i, index] of indices.entries()) {
        cells[index] = textOf(texts[i]?.column ?? { kind: 'text' }, row[key ? i + 1 : i] ?? null)
      }
      return { line: 1, cells }
    }),
    Float64Array.from(answer, (row, i) => (key ? Number(row[0]) : i + 1)),
  )
}
