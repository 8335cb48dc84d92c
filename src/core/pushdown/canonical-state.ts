import { drawnNumbers, type NumberSample } from '../drift/measures/number-sample.ts'
import { type DistinctCount, distinctIn } from '../tables/measures/distinct-count.ts'
import { integerOf } from '../tables/measures/exact-sum.ts'
import { encodeState } from '../tables/state-text.ts'

/**
 * The state of a measure as plain JSON, the same however it came about: taken of a table at once, or of its partitions and put together.
 * Sums are whole numbers, what has no order is sorted, of different values their number is told, of a sample the rows that it is read by:
 * lots are kept only where other rows may be taken in. `size` is that of its samples.
 */
export function canonicalState(state: unknown, size: number): unknown {
  const canonical = (part: unknown): unknown => canonicalState(part, size)
  if (typeof state !== 'object' || state === null || ArrayBuffer.isView(state)) return encodeState(state)
  if (Array.isArray(state)) return state.map(canonical)
  if (state instanceof Map) return ['map', ...sorted([...state].map(each => each.map(canonical)))]
  if (state instanceof Set) return ['set', ...sorted([...state].map(canonical))]
  if (isSum(state)) return ['sum', integerOf({ digits: state.digits.slice(), added: state.added }).toString(16)]
  if (isDistinct(state)) return ['distinct', state.n, distinctIn(state)]
  if (isNumbers(state)) return ['numbers', encodeState(drawnNumbers(state, size))]
  const entries = Object.entries(state)
  if (!isRows(state)) return Object.fromEntries(entries.map(([key, value]) => [key, canonical(value)]))
  const last = state.lots.toSorted((a, b) => a - b)[size - 1] ?? Number.POSITIVE_INFINITY
  const lists = entries.flatMap(([key, value]) => (Array.isArray(value) ? [{ key, value }] : []))
  const rows = state.lots.flatMap((lot, i) => (lot <= last ? [lists.map(({ value }) => canonical(value[i]))] : []))
  return ['rows', lists.map(({ key }) => key), sorted(rows)]
}

function sorted(all: readonly unknown[]): unknown[] {
  return all
    .map(each => [JSON.stringify(each), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each)
}

const isSum = (state: object): state is { digits: Float64Array; added: number } =>
  'digits' in state && state.digits instanceof Float64Array && 'added' in state

const isDistinct = (state: object): state is DistinctCount => 'registers' in state && 'exact' in state

const isNumbers = (state: object): state is NumberSample =>
  'lots' in state && state.lots instanceof Uint32Array && 'values' in state

const isRows = (state: object): state is { lots: number[] } => 'lots' in state && Array.isArray(state.lots)
