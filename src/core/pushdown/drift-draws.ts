import { type DrawnValues, drawValues, type ValuesDrawn } from './draw-values.ts'
import { lotQuery } from './lot-query.ts'
import { LOT_BITS } from './lots.ts'
import { compared, fill, writtenValue } from './sql.ts'
import type { Answer, Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** Draws cells of a column; undefined where rows have no place. */
export type DrawOf = (index: number, drawn: ValuesDrawn) => Asking<DrawnValues | undefined>

/** Standard deviations of the number of rows below a lot that are fetched besides. */
const SPARE = 8
/** Rows, of so many that are drawn, that a column may have no value in and still be drawn together with others. */
const SHARED = 0.05

/**
 * Draws cells of columns, of the same rows for all that hold a value in nearly every row: their lots are hashed once, and one statement
 * fetches them. Any other column is drawn by itself.
 */
export function driftDraws(there: TableThere, rows: number, indices: readonly number[]): DrawOf {
  const { dialect } = there
  const key = keyOf(there)
  let fetched: Answer | undefined
  return function* (index, drawn) {
    const { size, among, keeps } = drawn
    const at = indices.indexOf(index)
    if (!key || at < 0 || !keeps || among < (1 - SHARED) * rows) return yield* drawValues(there, index, drawn)
    fetched ??= yield* fetchAll(key, size)
    const lots = fetched.flatMap(([lot, ...cells]) => {
      const cell = cells[at] ?? null
      return keeps(cell) ? [{ lot: Number(lot), cell }] : []
    })
    const limit = lots.toSorted((a, b) => a.lot - b.lot)[Math.min(size, among) - 1]?.lot
    if (limit === undefined) return yield* drawValues(there, index, drawn)
    return { cells: lots.filter(({ lot }) => lot <= limit).map(({ cell, lot }) => [cell, 1, lot]), limit }
  }

  function* fetchAll(key: string, size: number): Asking<Answer> {
    const all = 2 ** LOT_BITS.drift
    const share = Math.min(1, size / (rows * (1 - SHARED)))
    const most = Math.min(all - 1, Math.floor(all * Math.min(1, share + SPARE * Math.sqrt(share / rows))))
    const columns = indices.map(index => columnAt(there, index))
    const kept = columns.map(({ column, name }, i) => ({ name: `g${i}`, expression: compared(dialect, column, name) }))
    const items = [fill(dialect.text, 'lot'), ...columns.map(({ column }, i) => writtenValue(dialect, column, `g${i}`))]
    return yield {
      sql: `SELECT ${items.join(', ')} FROM ${lotQuery(there, key, { kind: 'drift', most, kept })}`,
      purpose: `${size} rows by lot of ${columns.map(({ column }) => column.name).join(', ')}`,
      rows: Math.ceil(2 * size + 100 * SPARE),
    }
  }
}
