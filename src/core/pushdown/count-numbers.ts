import type { ExactSum } from '../tables/measures/exact-sum.ts'
import { type Layer, layered, sideBySide } from './layered.ts'
import { type PowersAsked, powersAsked } from './number-sums.ts'
import { numberOf } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'

/** What is asked of a column of numbers. */
export interface NumbersAsked {
  readonly index: number
  /** In SQL, null where a cell is none. */
  readonly value: string
  /** Up to which power sums are asked for. */
  readonly highest: 0 | 1 | 2 | 4
  /** Conditions on the column's cells, whose rows are counted. */
  readonly counted: readonly string[]
}

/** What is known of a column of numbers. */
export interface NumbersFound {
  readonly n: number
  readonly low: number
  readonly high: number
  /** By power, from the first; undefined where they are beyond doubles. */
  readonly sums: readonly ExactSum[] | undefined
  /** Rows of which each condition is true. */
  readonly counted: readonly number[]
}

/** Columns of one statement: each takes a dozen of others to be summed. */
const AT_ONCE = 8

/** The second pass over columns of numbers: extents, sums without rounding, and how many rows want a closer look. */
export function* countNumbers(
  there: TableThere,
  survey: Survey,
  all: readonly NumbersAsked[],
): Asking<Map<number, NumbersFound>> {
  const found = new Map<number, NumbersFound>()
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const part = all
      .slice(at, at + AT_ONCE)
      .map((asked, i) => ({ asked, ...columnPlan(there, survey, asked, `x${i}`) }))
    const items = part.flatMap(({ items }) => items)
    const [answer = []] = yield {
      sql: layered(
        there,
        [part.flatMap(({ first }) => first), ...sideBySide(part.map(({ powers }) => powers?.layers ?? []))],
        items,
      ),
      purpose: `numbers of ${part.map(({ asked }) => columnAt(there, asked.index).column.name).join(', ')}`,
      rows: 1,
    }
    let next = 0
    for (const { asked, items: own, powers } of part) {
      const cells = answer.slice(next, next + own.length)
      next += own.length
      const [n = 0] = cells.slice(0, 1).map(Number)
      const counted = cells.slice(3, 3 + asked.counted.length).map(cell => Number(cell ?? 0))
      const pieces = cells.slice(3 + asked.counted.length).map(cell => (cell === null ? 0 : numberOf(cell)))
      found.set(asked.index, {
        n,
        low: n === 0 ? Number.POSITIVE_INFINITY : numberOf(cells[1] ?? null),
        high: n === 0 ? Number.NEGATIVE_INFINITY : numberOf(cells[2] ?? null),
        sums: powers?.read(pieces),
        counted,
      })
    }
  }
  return found
}

interface ColumnPlan {
  readonly first: readonly Layer[]
  readonly powers: PowersAsked | undefined
  readonly items: readonly string[]
}

function columnPlan(there: TableThere, survey: Survey, asked: NumbersAsked, name: string): ColumnPlan {
  const { index, value, highest, counted } = asked
  const numbers = survey.columns.get(index)?.numbers
  const isWhole = columnAt(there, index).column.kind === 'integer'
  const powers =
    highest === 0 || !numbers
      ? undefined
      : powersAsked(there.dialect, name, highest, { ...numbers, isWhole, rows: survey.rows })
  return {
    first: [
      { name, expression: value },
      ...counted.map((condition, i) => ({
        name: `${name}w${i}`,
        expression: `CASE WHEN ${condition} THEN 1 ELSE 0 END`,
      })),
    ],
    powers,
    items: [
      `count(${name})`,
      `min(${name})`,
      `max(${name})`,
      ...counted.map((_, i) => `sum(${name}w${i})`),
      ...(powers?.sums.map(sum => `sum(${sum})`) ?? []),
    ],
  }
}
