import { finiteNumber, isBlank } from '../cell.ts'
import type { JointTables } from '../joint-sample.ts'

/** Categories of a column that become features; the rest are one more. */
const CATEGORIES = 20

/** Up to so many columns of numbers are multiplied with each other. */
const PAIRED = 12

/** Rows as vectors of the same features, in the samples' order. */
export interface FeatureRows {
  readonly reference: number[][]
  readonly current: number[][]
}

/**
 * Rows as numbers: a column whose reference holds nothing but numbers by its value over the reference's mean and standard deviation
 * (a constant by its distance from it), no further than 10, missing as 0, and, if wanted, its square and its products with the others; another by which of its most frequent values it holds; a cell without a value, or without a number
 * where there should be one, by one feature more where there are any. Columns of values that hardly repeat are left out.
 */
export function featureRows(
  { reference, current }: JointTables,
  names: readonly string[],
  products = false,
): FeatureRows {
  const encoders = names.flatMap(name =>
    encodersOf(reference.columns.get(name) ?? [], current.columns.get(name) ?? [], name),
  )
  const numbers = encoders.flatMap(({ isNumber }, i) => (isNumber ? [i] : []))
  const pairs = products ? pairsOf(numbers) : []
  const rows = (sample: typeof reference) =>
    Array.from({ length: sample.rows }, (_, i) => {
      const row = encoders.map(({ column, encode }) => encode(sample.columns.get(column)?.[i] ?? ''))
      return [...row, ...pairs.map(([a, b]) => product(row[a] ?? 0, row[b] ?? 0) - (a === b ? 1 : 0))]
    })
  return { reference: rows(reference), current: rows(current) }
}

/** A product, no larger than 4 either way. */
const product = (x: number, y: number): number => Math.max(-4, Math.min(4, x * y))

/** Each with itself, and, where they are few, each with each. */
function pairsOf(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((a, i) =>
    numbers.slice(i, numbers.length > PAIRED ? i + 1 : numbers.length).map((b): [number, number] => [a, b]),
  )
}

interface Encoder {
  readonly column: string
  readonly isNumber?: boolean
  encode(cell: string): number
}

function encodersOf(before: readonly string[], now: readonly string[], column: string): Encoder[] {
  const present = before.filter(cell => !isBlank(cell))
  const numbers = present.flatMap(cell => finiteNumber(cell) ?? [])
  if (numbers.length === 0 || numbers.length < present.length) return byCategory(present, [...before, ...now], column)
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  const unit = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length) || 1
  const holes = [...before, ...now].some(cell => finiteNumber(cell) === undefined)
  const standard = (cell: string) => Math.max(-10, Math.min(10, ((finiteNumber(cell) ?? mean) - mean) / unit))
  return [
    { column, encode: standard, isNumber: true },
    ...(holes ? [{ column, encode: (cell: string) => (finiteNumber(cell) === undefined ? 1 : 0) }] : []),
  ]
}

function byCategory(present: readonly string[], all: readonly string[], column: string): Encoder[] {
  const counts = new Map<string, number>()
  for (const cell of all) if (!isBlank(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  if (counts.size > CATEGORIES && counts.size > present.length / 10) return []
  const names = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, CATEGORIES)
  const known = new Set(names.map(([name]) => name))
  return [
    ...names.map(([name]) => ({ column, encode: (cell: string) => (cell === name ? 1 : 0) })),
    ...(counts.size > CATEGORIES
      ? [{ column, encode: (cell: string) => (known.has(cell) || isBlank(cell) ? 0 : 1) }]
      : []),
    ...(all.some(isBlank) ? [{ column, encode: (cell: string) => (isBlank(cell) ? 1 : 0) }] : []),
  ]
}
