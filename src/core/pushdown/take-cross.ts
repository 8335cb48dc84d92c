import type { Asked } from '../tables/measures/asked.ts'
import { layered, sideBySide } from './layered.ts'
import { powersAsked, productAsked } from './number-sums.ts'
import { numberOf } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'
import { valueInSql } from './value-in-sql.ts'

/** The sums that a correlation comes of, over rows in which both columns have a value. */
export function* takeCross(
  there: TableThere,
  survey: Survey,
  { columns: [one, other] }: Extract<Asked, { readonly is: 'cross' }>,
): Asking<Taken | undefined> {
  const [left, right] = [one, other].map(column => {
    const { column: typed, name } = columnAt(there, column.index)
    const numbers = survey.columns.get(column.index)?.numbers
    const value = valueInSql(there.dialect, typed, name, column)
    return numbers && value
      ? { value, sizes: { ...numbers, isWhole: typed.kind === 'integer', rows: survey.rows } }
      : undefined
  })
  if (!left || !right) return undefined
  const both = `${left.value} IS NOT NULL AND ${right.value} IS NOT NULL`
  const [x, y] = [powersAsked(there.dialect, 'x', 2, left.sizes), powersAsked(there.dialect, 'y', 2, right.sizes)]
  const xy = productAsked(there.dialect, 'x', 'y', left.sizes, right.sizes)
  if (!x || !y || !xy) return undefined
  const sums = [...x.sums, ...y.sums, ...xy.sums]
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
      ['count(x)', ...sums.map(sum => `sum(${sum})`)],
    ),
    purpose: `${one.name} beside ${other.name}`,
    rows: 1,
  }
  const pieces = answer.slice(1).map(cell => (cell === null ? 0 : numberOf(cell)))
  const [sx, sxx] = x.read(pieces.slice(0, x.sums.length))
  const [sy, syy] = y.read(pieces.slice(x.sums.length, x.sums.length + y.sums.length))
  const [sxy] = xy.read(pieces.slice(x.sums.length + y.sums.length))
  return { state: { n: Number(answer[0]), sums: [sx, sy, sxx, syy, sxy] } }
}
