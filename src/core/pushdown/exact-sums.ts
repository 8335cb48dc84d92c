import type { SqlDialect } from './dialect.ts'
import type { Layer } from './layered.ts'
import { numberLiteral } from './sql.ts'

/**
 * A sum of doubles without rounding, in any order, by nothing but their addition: every value is cut into pieces that are multiples of
 * 2^e and so few bits wide that no sum of them is rounded. The cut is that of error-free vector transformation (Rump, Ogita and Oishi
 * 2008, Accurate floating-point summation): (x + c) − c, c = 1.5 · 2^(e + 52), is x rounded to a multiple of 2^e, and the rest is exact.
 */
export interface Cuts {
  /** The constants c, the widest first; the rest after the last is summed as it is. */
  readonly constants: readonly number[]
}

/** Pieces that a value is cut into at most: more, and its column is of no kind that occurs. */
const MAX_PIECES = 24
/** Bits of a double. */
const BITS = 53

/** How to cut values, none of which is larger than `most` or has a bit below 2^lowest, for a sum of so many. Undefined where that takes too many pieces. */
export function cutsFor(most: number, lowest: number, rows: number): Cuts | undefined {
  const width = BITS - 2 - Math.ceil(Math.log2(rows + 1))
  let top = exponentOf(most) + 1
  const constants: number[] = []
  while (top - lowest > width) {
    const e = top - width
    const constant = 1.5 * 2 ** (e + BITS - 1)
    if (!Number.isFinite(constant) || constants.length === MAX_PIECES) return undefined
    constants.push(constant)
    // What is left of a value is at most half of 2^e.
    top = e
  }
  return { constants }
}

/** The exponent of a number's first bit. */
export function exponentOf(value: number): number {
  if (value === 0) return -1074
  const guess = Math.floor(Math.log2(Math.abs(value)))
  if (2 ** guess > Math.abs(value)) return guess - 1
  return 2 ** (guess + 1) <= Math.abs(value) ? guess + 1 : guess
}

/** The exponent of the last bit that a double of this size, or a larger one, can have. */
export const lastBitOf = (least: number): number => Math.max(-1074, exponentOf(least) - BITS + 1)

/** The layers that cut the column `from`, and the columns to sum. Names begin with `from_`. */
export function cutLayers(
  dialect: SqlDialect,
  { constants }: Cuts,
  from: string,
): { readonly layers: readonly (readonly Layer[])[]; readonly sums: readonly string[] } {
  const layers: Layer[][] = []
  const sums: string[] = []
  let rest = from
  for (const [i, constant] of constants.entries()) {
    const c = numberLiteral(dialect, constant)
    const piece = `${from}_p${i}`
    const next = `${from}_r${i}`
    layers.push([{ name: piece, expression: `(${rest} + ${c}) - ${c}` }])
    layers.push([{ name: next, expression: `${rest} - ${piece}` }])
    sums.push(piece)
    rest = next
  }
  return { layers, sums: [...sums, rest] }
}
