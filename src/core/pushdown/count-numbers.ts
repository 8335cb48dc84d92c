import type { ExactSum } from '../tables/measures/exact-sum.ts'
import { type Layer, layered, sideBySide } from './layered.ts'
import { powersAsked } from './number-sums.ts'
import { type Sizes, smallestOf } from './sizes.ts'
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

/** What the second pass has found. */
export interface NumbersCounted {
  /** By column. */
  readonly numbers: ReadonlyMap<number, NumbersFound>
  /** With how many of the texts are filled, where that was left open. */
  readonly survey: Survey
}

/**
 * The second pass: of columns of numbers extents, sums without rounding, and how many rows want a closer look; of texts that are too many to
 * be counted one by one, how many are filled. Numbers that turn out to be smaller than was presumed are counted once more.
 */
export function* countNumbers(
  there: TableThere,
  survey: Survey,
  sizes: ReadonlyMap<number, Sizes>,
  all: readonly NumbersAsked[],
): Asking<NumbersCounted> {
  const numbers = new Map<number, NumbersFound>()
  const columns = new Map(survey.columns)
  const smaller = new Map<number, Sizes>()
  const plans = [
    ...all.map((asked, i) =>
      columnPlan(there, survey, sizes, asked, `x${i}`, (found, size) => {
        numbers.set(asked.index, found)
        if (size) smaller.set(asked.index, size)
      }),
    ),
    ...[...columns].flatMap(([index, found]) =>
      Number.isNaN(found.filled) ? [filledPlan(there, index, filled => columns.set(index, { ...found, filled }))] : [],
    ),
  ]
  for (const part of inLots(plans)) {
    const items = part.flatMap(({ items }) => items)
    const [answer = []] =
      items.length === 0
        ? []
        : yield {
            sql: layered(
              there,
              [part.flatMap(({ first }) => first), ...sideBySide(part.map(({ layers }) => layers))],
              items,
            ),
            purpose: `numbers of ${part.map(({ index }) => columnAt(there, index).column.name).join(', ')}`,
            rows: 1,
          }
    let next = 0
    for (const { items, read } of part) {
      read(answer.slice(next, next + items.length))
      next += items.length
    }
  }
  const told = { ...survey, columns }
  if (smaller.size === 0) return { numbers, survey: told }
  const again = yield* countNumbers(
    there,
    told,
    smaller,
    all.filter(({ index }) => smaller.has(index)),
  )
  return { numbers: new Map([...numbers, ...again.numbers]), survey: told }
}

/** What is asked of one column, and who hears the answer. */
interface ColumnPlan {
  readonly index: number
  readonly first: readonly Layer[]
  readonly layers: readonly (readonly Layer[])[]
  readonly items: readonly string[]
  read(cells: readonly (string | null)[]): void
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

function filledPlan(there: TableThere, index: number, hear: (filled: number) => void): ColumnPlan {
  const { column, name: quoted } = columnAt(there, index)
  const name = `f${index}`
  return {
    index,
    // Rather a number than a text is handed from layer to layer.
    first: [
      {
        name,
        expression: `CASE WHEN ${column.kind === 'text' ? `${quoted} <> ''` : `${quoted} IS NOT NULL`} THEN 1 END`,
      },
    ],
    layers: [],
    items: [`count(${name})`],
    read: ([filled]) => hear(Number(filled)),
  }
}

/** `hear` is told what was found; and, where the smallest number was presumed and is smaller, how large the numbers are. */
function columnPlan(
  there: TableThere,
  survey: Survey,
  sizes: ReadonlyMap<number, Sizes>,
  { index, value, isSurveyed, highest, counted }: NumbersAsked,
  name: string,
  hear: (found: NumbersFound, smaller: Sizes | undefined) => void,
): ColumnPlan {
  const { column, name: quoted } = columnAt(there, index)
  const size = highest === 0 ? undefined : sizes.get(index)
  // As doubles larger whole numbers are rounded.
  const whole = column.kind === 'integer' && size && size.most <= Number.MAX_SAFE_INTEGER ? `${name}i` : undefined
  const powers = size && highest !== 0 ? powersAsked(there.dialect, name, highest, size, whole) : undefined
  const known = isSurveyed ? survey.columns.get(index) : undefined
  const extent = known ? [] : [`count(${name})`, `min(${name})`, `max(${name})`]
  const smallest = size?.isGuess ? [smallestOf(name)] : []
  const items = [...extent, ...counted.map((_, i) => `sum(${name}w${i})`), ...smallest, ...(powers?.items ?? [])]
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
    layers: powers?.layers ?? [],
    items,
    read(cells) {
      const [n, low = null, high = null] = cells
      const found = known ?? extentOf(Number(n), numberOf(low), numberOf(high))
      const rest = cells.slice(extent.length)
      const [least = null, ...sums] = [...(smallest.length > 0 ? [] : [null]), ...rest.slice(counted.length)]
      // Where all are 0 there is none.
      const seen = least === null ? (size?.least ?? 0) : numberOf(least)
      hear(
        {
          n: found.n,
          ...(found.n === 0 ? NOTHING : { low: found.low, high: found.high }),
          sums: powers?.read(sums),
          counted: rest.slice(0, counted.length).map(cell => Number(cell ?? 0)),
        },
        // Of what was presumed and cannot be asked for, it is not known yet whether what is there could be.
        size?.isGuess && (seen < size.least || !powers) ? { ...size, least: seen, isGuess: false } : undefined,
      )
    },
  }
}

const extentOf = (n: number, low: number, high: number) => ({ n, low: low + 0, high: high + 0 })
const NOTHING = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
