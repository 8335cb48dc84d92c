import type { ExactSum } from '../tables/measures/exact-sum.ts'
import { type Layer, layered, sideBySide } from './layered.ts'
import { type PowersAsked, powersAsked } from './number-sums.ts'
import type { Sizes } from './sizes.ts'
import { fill, numberOf } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'

/** What is asked of a column of numbers. */
export interface NumbersAsked {
  readonly index: number
  /** In SQL, null where a cell is none. */
  readonly value: string
  /** Whether the first pass has told how many cells have a value, and between which these are. */
  readonly isSurveyed: boolean
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

/** What one statement asks for at most: several layers of each are made for it. */
const MOST_ITEMS = 60

/** The second pass over columns of numbers: extents, sums without rounding, and how many rows want a closer look. */
export function* countNumbers(
  there: TableThere,
  survey: Survey,
  sizes: ReadonlyMap<number, Sizes>,
  all: readonly NumbersAsked[],
): Asking<Map<number, NumbersFound>> {
  const found = new Map<number, NumbersFound>()
  const plans = all.map((asked, i) => columnPlan(there, survey, sizes, asked, `x${i}`))
  for (const part of inLots(plans)) {
    const items = part.flatMap(({ items }) => items)
    const [answer = []] =
      items.length === 0
        ? []
        : yield {
            sql: layered(
              there,
              [part.flatMap(({ first }) => first), ...sideBySide(part.map(({ powers }) => powers?.layers ?? []))],
              items,
            ),
            purpose: `numbers of ${part.map(({ index }) => columnAt(there, index).column.name).join(', ')}`,
            rows: 1,
          }
    let next = 0
    for (const { index, items, read } of part) {
      found.set(index, read(answer.slice(next, next + items.length)))
      next += items.length
    }
  }
  return found
}

interface ColumnPlan {
  readonly index: number
  readonly first: readonly Layer[]
  readonly powers: PowersAsked | undefined
  readonly items: readonly string[]
  read(cells: readonly (string | null)[]): NumbersFound
}

function inLots(plans: readonly ColumnPlan[]): ColumnPlan[][] {
  const lots: ColumnPlan[][] = []
  let items = Number.POSITIVE_INFINITY
  for (const plan of plans) {
    if (items + plan.items.length > MOST_ITEMS) {
      lots.push([])
      items = 0
    }
    lots.at(-1)?.push(plan)
    items += plan.items.length
  }
  return lots
}

function columnPlan(
  there: TableThere,
  survey: Survey,
  sizes: ReadonlyMap<number, Sizes>,
  { index, value, isSurveyed, highest, counted }: NumbersAsked,
  name: string,
): ColumnPlan {
  const { column, name: quoted } = columnAt(there, index)
  const size = sizes.get(index)
  // As doubles larger whole numbers are rounded.
  const whole = column.kind === 'integer' && size && size.most <= Number.MAX_SAFE_INTEGER ? `${name}i` : undefined
  const powers = highest === 0 || !size ? undefined : powersAsked(there.dialect, name, highest, size, whole)
  const known = isSurveyed ? survey.columns.get(index) : undefined
  const extent = known ? [] : [`count(${name})`, `min(${name})`, `max(${name})`]
  const items = [...extent, ...counted.map((_, i) => `sum(${name}w${i})`), ...(powers?.items ?? [])]
  const used = items.join(' ')
  return {
    index,
    first: [
      { name, expression: value },
      ...(whole ? [{ name: whole, expression: fill(there.dialect.bigint, quoted) }] : []),
      ...counted.map((condition, i) => ({
        name: `${name}w${i}`,
        expression: `CASE WHEN ${condition} THEN 1 ELSE 0 END`,
      })),
    ].filter(layer => (powers?.layers.length ?? 0) > 0 || new RegExp(`\\b${layer.name}\\b`).test(used)),
    powers,
    items,
    read(cells) {
      const [n, low = null, high = null] = cells
      const found = known ?? extentOf(Number(n), numberOf(low), numberOf(high))
      const rest = cells.slice(extent.length)
      return {
        n: found.n,
        ...(found.n === 0 ? NOTHING : { low: found.low, high: found.high }),
        sums: powers?.read(rest.slice(counted.length)),
        counted: rest.slice(0, counted.length).map(cell => Number(cell ?? 0)),
      }
    },
  }
}

const extentOf = (n: number, low: number, high: number) => ({ n, low: low + 0, high: high + 0 })
const NOTHING = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
