import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** Different texts that are counted one by one; more are estimated. */
export const MAX_EXACT = 100_000
/** Registers of the sketch: 2¹⁴. */
const BITS = 14
const REGISTERS = 2 ** BITS
/** Its standard error, relative: 1.04 / √(2¹⁴). */
export const SKETCH_ERROR = 1.04 / Math.sqrt(REGISTERS)

/** How many different texts a column has: their hashes, until there are too many of them, and a sketch throughout. */
export interface DistinctCount {
  /** Where an engine has counted them. */
  counted?: number | undefined
  n: number
  /** 64 bits of each, as a text of two numbers would be slow: high word · 2²¹ + the top of the low one. */
  exact: Set<number> | undefined
  /** HyperLogLog (Flajolet et al. 2007), of other bits than those above. */
  readonly registers: Uint8Array
}

/** Counts the different texts of a column, empty cells left out. */
export const distinctCount = ({ name, index }: Pick<Column, 'name' | 'index'>): Measure<DistinctCount> => ({
  key: `distinct-count ${JSON.stringify(name)}`,
  asks: { is: 'distinct', column: { name, index } },
  init: () => ({ n: 0, exact: new Set(), registers: new Uint8Array(REGISTERS) }),
  add(state, batch) {
    const { empty, hashes } = batch.cells(index)
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1
      const [a, b, c] = [hashes.a[row] ?? 0, hashes.b[row] ?? 0, hashes.c[row] ?? 0]
      if (state.exact) addExact(state, a * 2 ** 21 + (b >>> 11))
      const register = c >>> (32 - BITS)
      const rank = Math.clz32((b << BITS) | (c & (2 ** BITS - 1))) + 1
      if (rank > (state.registers[register] ?? 0)) state.registers[register] = rank
    }
  },
  merge(state, other) {
    state.n += other.n
    if (other.counted !== undefined && state.n === other.n) state.counted = other.counted
    if (!other.exact) state.exact = undefined
    for (const hash of other.exact ?? []) addExact(state, hash)
    for (const [i, rank] of other.registers.entries()) state.registers[i] = Math.max(state.registers[i] ?? 0, rank)
  },
})

function addExact(state: DistinctCount, hash: number): void {
  state.exact?.add(hash)
  if (state.exact && state.exact.size > MAX_EXACT) state.exact = undefined
}

/** The number of different texts; with an interval (three standard errors either way) where it is estimated. */
export function distinctIn(state: DistinctCount): { value: number; interval?: [number, number] } {
  const { exact, registers, n, counted } = state
  if (counted !== undefined) return { value: counted }
  if (exact) return { value: exact.size }
  let sum = 0
  let zeros = 0
  for (const rank of registers) {
    sum += 2 ** -rank
    if (rank === 0) zeros += 1
  }
  const raw = ((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum
  const estimate = raw <= 2.5 * REGISTERS && zeros > 0 ? REGISTERS * Math.log(REGISTERS / zeros) : raw
  const value = Math.min(n, Math.round(estimate))
  const margin = 3 * SKETCH_ERROR * value
  return { value, interval: [Math.max(MAX_EXACT, Math.floor(value - margin)), Math.min(n, Math.ceil(value + margin))] }
}
