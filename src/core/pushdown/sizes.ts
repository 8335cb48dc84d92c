import type { TypedColumn } from './dialect.ts'
import { exponentOf } from './exact-sums.ts'
import type { Extremes } from './extremes.ts'
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
}

/**
 * Looks closer at the numbers of some columns, where the first pass has not told: which are finite, and how small they are. The survey with
 * what was found, and the sizes by column; the first pass tells them of whole numbers, decimals, and numbers that are all of one sign.
 */
export function* sizesOf(
  there: TableThere,
  survey: Survey,
  indices: readonly number[],
): Asking<{ readonly survey: Survey; readonly sizes: ReadonlyMap<number, Sizes> }> {
  const columns = new Map(survey.columns)
  const least = new Map<number, number>()
  const open: number[] = []
  for (const index of indices.filter(index => isNumeric(columnAt(there, index).column))) {
    const found = columns.get(index)
    const known = found && leastOf(there, index, found)
    if (known !== undefined) least.set(index, known)
    else if (found) open.push(index)
  }
  if (open.length > 0) {
    const asked = open.map(index => {
      const value = doubleOf(there, index)
      const isKnown = !Number.isNaN(columns.get(index)?.n)
      return [
        `min(nullif(abs(${value}), 0))`,
        ...(isKnown ? [] : [`count(${value})`, `min(${value})`, `max(${value})`]),
      ]
    })
    const items = asked.flat()
    const [answer = []] = yield {
      sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
      purpose: 'sizes',
      rows: 1,
    }
    let next = 0
    for (const [i, index] of open.entries()) {
      const length = asked[i]?.length ?? 0
      const [smallest, n, low, high] = answer.slice(next, next + length)
      next += length
      const found = columns.get(index)
      if (found && n !== undefined)
        columns.set(index, { ...found, n: Number(n), low: numberOf(low ?? null) + 0, high: numberOf(high ?? null) + 0 })
      least.set(index, smallest == null ? 0 : numberOf(smallest))
    }
  }
  const sizes = new Map<number, Sizes>()
  for (const [index, smallest] of least) {
    const { n, low, high } = columns.get(index) ?? NOTHING
    const most = n === 0 ? 0 : Math.max(Math.abs(low), Math.abs(high))
    const isWhole = columnAt(there, index).column.kind === 'integer'
    sizes.set(index, { most, least: Math.min(smallest, most), isWhole, rows: survey.rows })
  }
  return { survey: { ...survey, columns }, sizes }
}

const NOTHING: Pick<Surveyed, 'n' | 'low' | 'high'> = { n: 0, low: 0, high: 0 }

const isNumeric = ({ kind }: TypedColumn): boolean => kind === 'integer' || kind === 'double' || kind === 'decimal'

function doubleOf(there: TableThere, index: number): string {
  const { column, name } = columnAt(there, index)
  return finite(there.dialect, column, fill(there.dialect.double, name)) ?? name
}

/** What no number but 0 is smaller than; undefined where that has to be looked up. */
function leastOf(there: TableThere, index: number, { n, low, high }: Extremes): number | undefined {
  const { kind, type } = columnAt(there, index).column
  if (Number.isNaN(n)) return undefined
  if (n === 0) return 0
  if (kind === 'integer') return 1
  if (low > 0) return low
  if (high < 0) return -high
  const scale = kind === 'decimal' ? /,\s*(\d+)/.exec(type)?.[1] : undefined
  // Half of the last place: a decimal is read as the nearest double.
  return scale === undefined ? undefined : 2 ** exponentOf(10 ** -Number(scale))
}
