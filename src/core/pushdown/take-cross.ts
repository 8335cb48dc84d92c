import type { Asked } from '../tables/measures/asked.ts'
import { layered, sideBySide } from './layered.ts'
import { powersAsked, productAsked } from './number-sums.ts'
import type { Sizes } from './sizes.ts'
import type { Asking } from './statement.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'
import { valueInSql } from './value-in-sql.ts'

/** The sums that a correlation comes of, over rows in which both columns have a value. */
export function* takeCross(
  there: TableThere,
  sizes: ReadonlyMap<number, Sizes>,
  { columns: [one, other] }: Extract<Asked, { readonly is: 'cross' }>,
): Asking<Taken | undefined> {
  const [left, right] = [one, other].map(column => {
    const { column: typed, name } = columnAt(there, column.index)
    const size = sizes.get(column.index)
    const value = valueInSql(there.dialect, typed, name, column)
    return size && value ? { value, sizes: size } : undefined
  })
  if (!left || !right) return undefined
  const both = `${left.value} IS NOT NULL AND ${right.value} IS NOT NULL`
  const [x, y] = [powersAsked(there.dialect, 'x', 2, left.sizes), powersAsked(there.dialect, 'y', 2, right.sizes)]
  const xy = productAsked(there.dialect, 'x', 'y', left.sizes, right.sizes)
  if (!x || !y || !xy) return undefined
  const [answer = []] = yield {
    sql: layered(
      there,
      [
        [
          { name: 'x', expression: `CASE WHEN ${both} THEN ${left.value} END` },
          { name: 'y', expression: `CASE WHEN ${both} THEN ${right.value} END` },
        ],
        ...sideBySide([x.layers, y.layers, [...Array.from({ length: 3 }, () => []), ...xy.layers]]),
      ],
      ['count(x)', ...x.items, ...y.items, ...xy.items],
    ),
    purpose: `${one.name} beside ${other.name}`,
    rows: 1,
  }
  const cells = answer.slice(1)
  const [sx, sxx] = x.read(cells.slice(0, x.items.length))
  const [sy, syy] = y.read(cells.slice(x.items.length, x.items.length + y.items.length))
  const [sxy] = xy.read(cells.slice(x.items.length + y.items.length))
  return { state: { n: Number(answer[0]), sums: [sx, sy, sxx, syy, sxy] } }
}
