import type { Batch } from '../tables/batch.ts'
import { textBatch } from '../tables/text-batch.ts'
import { fetchRows } from './fetch-rows.ts'
import { lotQuery } from './lot-query.ts'
import { LOT_BITS, type LotKind } from './lots.ts'
import { fill, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** What is drawn: so many of the rows for which a condition holds, of which there are `among`. */
export interface Draw {
  readonly kind: LotKind
  readonly size: number
  readonly among: number
  readonly where?: string
}

/** Standard deviations of the number of rows below a lot that are asked for besides. */
const SPARE = 8

/** The rows with the smallest lots, a few more than are asked for, with the cells of some columns; undefined where rows have no place. */
export function* drawRows(there: TableThere, indices: readonly number[], draw: Draw): Asking<Batch | undefined> {
  const { dialect, columns } = there
  const key = keyOf(there)
  if (draw.among <= draw.size && draw.where === undefined) return yield* fetchRows(there, indices, draw.among)
  if (!key) return undefined
  const { kind, size, among, where } = draw
  const all = 2 ** LOT_BITS[kind]
  const share = size / among
  for (let limit = Math.floor(all * Math.min(1, share + SPARE * Math.sqrt(share / among))); ; limit *= 2) {
    const most = Math.min(limit, all - 1)
    const texts = indices.map((index, i) => {
      const { column, name } = columnAt(there, index)
      return { column, name: `g${i}`, expression: column.kind === 'other' ? 'NULL' : name }
    })
    // As text only what is drawn.
    const kept = texts.map(({ column, name }) => (column.kind === 'other' ? 'NULL' : written(dialect, column, name)))
    const items = [fill(dialect.text, 'k'), ...kept]
    const answer = yield {
      sql: `SELECT ${items.join(', ')} FROM ${lotQuery(there, key, { kind, most, where, kept: texts })}`,
      purpose: `${size} rows by lot`,
      rows: Math.ceil(2 * size + 100 * SPARE),
    }
    if (answer.length < size && most < all - 1) continue
    const inOrder = answer.toSorted(([a], [b]) => Number(a) - Number(b))
    return textBatch(
      inOrder.map(row => {
        const cells = columns.map(() => '')
        for (const [i, index] of indices.entries())
          cells[index] = textOf(texts[i]?.column ?? { kind: 'text' }, row[i + 1] ?? null)
        return { line: 1, cells }
      }),
      Float64Array.from(inOrder, ([place]) => Number(place)),
    )
  }
}
