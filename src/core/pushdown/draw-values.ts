import { lotQuery } from './lot-query.ts'
import { LOT_BITS } from './lots.ts'
import { fill, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** Cells of a column, as the engine has written them, how often each was drawn, and the row's lot where it is kept; and the greatest lot among them. */
export interface DrawnValues {
  readonly cells: readonly (readonly [cell: string | null, count: number, lot?: number | undefined])[]
  readonly limit: number
}

/** Which cells are drawn of a column: of `among` for which a condition holds those of the `size` rows with the smallest lots. */
export interface ValuesDrawn {
  readonly size: number
  readonly among: number
  readonly where: string
  /** Whether these differ so much that each is fetched by itself. */
  readonly isMany: boolean
  /** The same condition of a cell, as the engine has written it. */
  readonly keeps?: (cell: string | null) => boolean
}

/** Standard deviations of the number of rows below a lot that are looked at besides. */
const SPARE = 8

/** The cells of the `size` rows with the smallest lots, of `among` for which a condition holds; undefined where rows have no place. */
export function* drawValues(
  there: TableThere,
  index: number,
  { size, among, where, isMany }: ValuesDrawn,
): Asking<DrawnValues | undefined> {
  const { dialect } = there
  const key = keyOf(there)
  if (!key) return undefined
  const { column, name } = columnAt(there, index)
  const text = written(dialect, column, 'g')
  const all = 2 ** LOT_BITS.drift
  const drawn = (most: number) =>
    lotQuery(there, key, { kind: 'drift', most, where, kept: [{ name: 'g', expression: name }] })
  const share = size / among
  for (let limit = Math.floor(all * Math.min(1, share + SPARE * Math.sqrt(share / among))); ; limit *= 2) {
    const most = Math.min(limit, all - 1)
    const [answer = []] = yield {
      sql: `SELECT ${fill(dialect.text, 'max(lot)')}, ${fill(dialect.text, 'count(*)')} FROM (SELECT lot FROM ${drawn(most)} ORDER BY lot LIMIT ${size}) e`,
      purpose: `lots of ${column.name}`,
      rows: 1,
    }
    if (Number(answer[1]) < size && most < all - 1) continue
    const last = Number(answer[0] ?? 0)
    const below = `FROM ${drawn(last)}`
    const cells = yield {
      sql: there.keepsLots
        ? `SELECT ${text}, ${fill(dialect.text, 'lot')} ${below}`
        : isMany
          ? `SELECT ${text} ${below}`
          : `SELECT ${text}, ${fill(dialect.text, 'count(*)')} ${below} GROUP BY ${text}`,
      purpose: `${size} values of ${column.name} by lot`,
      rows: size + 1000,
    }
    if (there.keepsLots) return { cells: cells.map(([cell = null, lot]) => [cell, 1, Number(lot)]), limit: last }
    return { cells: cells.map(([cell = null, count]) => [cell, isMany ? 1 : Number(count)]), limit: last }
  }
}
