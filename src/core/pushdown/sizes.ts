import type { TypedColumn } from './dialect.ts'
import { exponentOf } from './exact-sums.ts'
import { type Extremes, extremesOf, finiteExtremesOf, isTime } from './extremes.ts'
import { fill, numberOf } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey, Surveyed } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import { finite } from './value-in-sql.ts'

/** How large the numbers of a column are. */
export interface Sizes {
  /** No number is larger. */
  readonly most: number
  /** No number but 0 is smaller. */
  readonly least: number
  /** Whether all are whole. */
  readonly isWhole: boolean
  readonly rows: number
  /** Whether `least` is presumed: what comes of it holds if a look at the numbers bears it out. */
  readonly isGuess?: boolean
}

/** Columns to be looked at: all whose sizes are wanted, and those of them that have to be known for certain at once. */
export interface SizesWanted {
  readonly indices: readonly number[]
  readonly atOnce: readonly number[]
}

/** Bits by which the smallest number of a column is presumed to be smaller than the largest. */
const PRESUMED = 32
/** Numbers up to here are only ever made larger as they are summed: some engines fail where a product leaves the range of doubles at its lower end. */
const LARGEST = 2 ** 60

/**
 * How large the numbers of columns are. The first pass tells it of whole numbers, decimals, and numbers that are all of one sign. Of others the
 * smallest is looked up; or presumed, where whole rows would be read for that, to be looked at with whatever else is asked of them, unless it
 * has to be known at once. Looked up with it: which numbers and times are finite, and how many texts are filled, where the first pass has left
 * that open. The survey with what was found, and the sizes by column.
 */
export function* sizesOf(
  there: TableThere,
  survey: Survey,
  { indices, atOnce }: SizesWanted,
): Asking<{ readonly survey: Survey; readonly sizes: ReadonlyMap<number, Sizes> }> {
  const columns = new Map(survey.columns)
  const least = new Map<number, number>()
  const canWait = (index: number) => there.dialect.storesRows === true && !atOnce.includes(index)
  const unfilled = [...columns].flatMap(([index, { filled }]) =>
    Number.isNaN(filled) && !canWait(index) ? [{ index, look: filledOnly(there, index) }] : [],
  )
  const unknown = indices.flatMap(index => {
    const [{ column }, found] = [columnAt(there, index), columns.get(index)]
    if (!found || !(isNumeric(column) || isTime(column))) return []
    const known = isNumeric(column) ? leastOf(there, index, found) : undefined
    if (known !== undefined) least.set(index, known)
    const isLarge = Math.max(Math.abs(found.low), Math.abs(found.high)) > LARGEST
    const isOpen = Number.isNaN(found.n) || (isNumeric(column) && known === undefined && (isLarge || !canWait(index)))
    return isOpen ? [{ index, look: closerLook(there, index, found) }] : []
  })
  const open = [...unfilled, ...unknown]
  for (let at = 0; at < open.length; at += there.limits.columns) {
    const part = open.slice(at, at + there.limits.columns)
    const items = part.flatMap(({ look }) => look.items)
    const [answer = []] = yield {
      sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
      purpose: 'sizes',
      rows: 1,
    }
    let next = 0
    for (const { index, look } of part) {
      const { smallest, ...told } = look.read(answer.slice(next, next + look.items.length))
      next += look.items.length
      const found = columns.get(index)
      if (found) columns.set(index, { ...found, ...told })
      if (smallest !== undefined) least.set(index, smallest === null ? 0 : numberOf(smallest))
    }
  }
  const sizes = new Map<number, Sizes>()
  for (const index of indices) {
    const { column } = columnAt(there, index)
    if (!isNumeric(column)) continue
    const { n, low, high } = columns.get(index) ?? NOTHING
    const most = n === 0 ? 0 : Math.max(Math.abs(low), Math.abs(high))
    const smallest = least.get(index)
    const size = { most, isWhole: column.kind === 'integer', rows: survey.rows }
    sizes.set(
      index,
      smallest === undefined
        ? { ...size, least: most * 2 ** -PRESUMED, isGuess: true }
        : { ...size, least: Math.min(smallest, most) },
    )
  }
  return { survey: { ...survey, columns }, sizes }
}

const NOTHING: Pick<Surveyed, 'n' | 'low' | 'high'> = { n: 0, low: 0, high: 0 }

/** What is asked of a column for what is not known of it yet, and how to read that; `smallest` is null where all numbers are 0. */
interface Look {
  readonly items: readonly string[]
  read(cells: readonly (string | null)[]): Partial<Extremes> & { readonly smallest?: string | null }
}

const filledOnly = (there: TableThere, index: number): Look => extremesOf(there, index)

function closerLook(there: TableThere, index: number, found: Surveyed): Look {
  const { column } = columnAt(there, index)
  const extremes = Number.isNaN(found.n) ? finiteExtremesOf(there, index) : undefined
  const smallest = isNumeric(column) ? [smallestOf(doubleOf(there, index))] : []
  return {
    items: [...(extremes?.items ?? []), ...smallest],
    read: cells => ({
      ...extremes?.read(cells, found.filled),
      ...(smallest.length > 0 ? { smallest: cells.at(-1) ?? null } : {}),
    }),
  }
}

/** The smallest of some numbers but 0. */
export const smallestOf = (value: string): string => `min(nullif(abs(${value}), 0))`

const isNumeric = ({ kind }: TypedColumn): boolean => kind === 'integer' || kind === 'double' || kind === 'decimal'

function doubleOf(there: TableThere, index: number): string {
  const { column, name } = columnAt(there, index)
  return finite(there.dialect, column, fill(there.dialect.double, name)) ?? name
}

/** What no number but 0 is smaller than; undefined where that has to be looked up. */
function leastOf(there: TableThere, index: number, { n, low, high }: Extremes): number | undefined {
  const { kind, type } = columnAt(there, index).column
  if (Number.isNaN(n)) return undefined
  if (n === 0 || (low === 0 && high === 0)) return 0
  if (kind === 'integer') return 1
  if (low > 0) return low
  if (high < 0) return -high
  const scale = kind === 'decimal' ? /,\s*(\d+)/.exec(type)?.[1] : undefined
  // Half of the last place: a decimal is read as the nearest double.
  return scale === undefined ? undefined : 2 ** exponentOf(10 ** -Number(scale))
}
