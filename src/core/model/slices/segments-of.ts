import { quantileOf } from '../../stats/samples/quantile-of.ts'
import { formatNumber } from '../format.ts'
import { attributeRole } from '../predictions/attribute-role.ts'
import { finiteNumber } from '../predictions/finite-number.ts'
import { type Names, namesOf, type Rows } from '../predictions/rows.ts'
import type { Segment } from './segment.ts'

/** A column with more values than these is cut into ranges where they are numbers; where they are not, it makes no segments. */
const MOST_VALUES = 12
const RANGES = 4

/** Every value or range of every column by itself, and of every two columns together. */
export function segmentsOf(rows: Rows, columns: readonly string[]): Segment[] {
  const single = columns.map(column => segmentsBy(namesOf(rows, attributeRole(column)), column))
  const pairs = single.flatMap((first, i) =>
    single.slice(i + 1).flatMap(second => first.flatMap(a => second.map(b => both(a, b)))),
  )
  return [...single.flat(), ...pairs]
}

const both = (a: Segment, b: Segment): Segment => ({
  name: `${a.name} and ${b.name}`,
  has: row => a.has(row) && b.has(row),
})

function segmentsBy({ codes, names }: Names, column: string): Segment[] {
  if (names.length <= MOST_VALUES)
    return names.map((name, code) => ({
      name: `${column} = ${name === '' ? '(empty)' : name}`,
      has: row => codes[row] === code,
    }))
  const numbers = names.map(name => finiteNumber(name))
  if (numbers.some((number, i) => typeof number === 'string' && names[i] !== '')) return []
  const numberOf = (row: number) => {
    const number = numbers[codes[row] ?? 0]
    return typeof number === 'number' ? number : Number.NaN
  }
  const sorted = Float64Array.from(codes, (_, row) => numberOf(row))
    .filter(value => !Number.isNaN(value))
    .sort()
  const cuts = [...new Set(Array.from({ length: RANGES - 1 }, (_, i) => quantileOf(sorted, (i + 1) / RANGES)))]
  return [Number.NEGATIVE_INFINITY, ...cuts].map((from, i) => {
    const to = cuts[i] ?? Number.POSITIVE_INFINITY
    return { name: rangeName(column, from, to), has: row => numberOf(row) >= from && numberOf(row) < to }
  })
}

function rangeName(column: string, from: number, to: number): string {
  if (from === Number.NEGATIVE_INFINITY) return `${column} < ${formatNumber(to)}`
  return to === Number.POSITIVE_INFINITY
    ? `${column} >= ${formatNumber(from)}`
    : `${column} from ${formatNumber(from)} to below ${formatNumber(to)}`
}
