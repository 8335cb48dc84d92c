import { addTo, type ExactSum } from '../tables/measures/exact-sum.ts'
import type { SqlDialect } from './dialect.ts'
import { cutLayers, cutsFor } from './exact-sums.ts'
import type { Layer } from './layered.ts'
import { fill, numberLiteral, numberOf } from './sql.ts'

/** Doubles to be summed without rounding: none is 2^top or larger, or has a bit below 2^lowest. */
export interface Part {
  readonly name: string
  readonly top: number
  readonly lowest: number
}

/** What is asked of an engine for a sum without rounding: layers of a query, its items, and how their cells are added up. */
export interface SumAsked {
  readonly layers: readonly (readonly Layer[])[]
  readonly items: readonly string[]
  addTo(sum: ExactSum, cells: readonly (string | null)[]): void
}

/** Bits of a whole number of 64 bits that are filled, one of them for what rounding adds. */
const WHOLE_BITS = 61
/** Powers of two that a double is multiplied by at most, so that nothing leaves its range. */
const MAX_SCALE = 900

/**
 * The sum of a part. Where the engine sums whole numbers of 64 bits without overflow, the upper 61 bits are such a number, and what is left
 * is summed as doubles; else all is cut into doubles. Undefined where that takes too many pieces.
 */
export function partSum(dialect: SqlDialect, part: Part, rows: number): SumAsked | undefined {
  const { name, top, lowest } = part
  const cuts = cutsFor(2 ** (top - 1), lowest, rows)
  if (dialect.wholeSum && (cuts?.constants.length ?? 2) > 1) return wholeAndRest(dialect, part, rows)
  if (!cuts) return undefined
  const { layers, sums } = cutLayers(dialect, cuts, name)
  return { layers, items: sums.map(sum => `sum(${sum})`), addTo: (sum, cells) => addDoubles(sum, cells, 0) }
}

function wholeAndRest(dialect: SqlDialect, { name, top, lowest }: Part, rows: number): SumAsked | undefined {
  const scale = WHOLE_BITS - top
  const cuts = cutsFor(1, Math.min(0, lowest + scale), rows)
  if (!cuts || Math.abs(scale) > MAX_SCALE) return undefined
  const [scaled, whole, rest] = [`${name}_y`, `${name}_w`, `${name}_z`]
  const { layers, sums } = cutLayers(dialect, cuts, rest)
  const hasRest = lowest + scale < 0
  return {
    layers: [
      [{ name: scaled, expression: `${name} * ${numberLiteral(dialect, 2 ** scale)}` }],
      [{ name: whole, expression: fill(dialect.rounded ?? dialect.bigint, scaled) }],
      ...(hasRest ? [[{ name: rest, expression: `${scaled} - ${fill(dialect.double, whole)}` }], ...layers] : []),
    ],
    items: [fill(dialect.wholeSum ?? '', whole), ...(hasRest ? sums.map(sum => `sum(${sum})`) : [])],
    addTo(sum, [first = null, ...others]) {
      addWhole(sum, first, -scale)
      addDoubles(sum, others, -scale)
    },
  }
}

/** The sum of whole numbers that a column `name` of 64 bits holds, of which none is larger than `most`; undefined where it may overflow. */
export function wholeSum(dialect: SqlDialect, name: string, most: number, rows: number): SumAsked | undefined {
  if (most >= 2 ** 62 || (!dialect.wholeSum && most * rows >= 2 ** 62)) return undefined
  return {
    layers: [],
    items: [fill(dialect.wholeSum ?? 'sum($)', name)],
    addTo: (sum, [cell = null]) => addWhole(sum, cell, 0),
  }
}

function addDoubles(sum: ExactSum, cells: readonly (string | null)[], exponent: number): void {
  for (const cell of cells) if (cell !== null) addTo(sum, numberOf(cell) * 2 ** exponent)
}

const WORD = 52n

/** Adds a whole number of any size, times 2^exponent. */
function addWhole(sum: ExactSum, cell: string | null, exponent: number): void {
  if (cell === null) return
  const whole = BigInt(cell)
  const sign = whole < 0n ? -1 : 1
  let rest = whole < 0n ? -whole : whole
  for (let shift = exponent; rest > 0n; shift += Number(WORD)) {
    const word = Number(BigInt.asUintN(Number(WORD), rest))
    if (word !== 0) addTo(sum, sign * word * 2 ** shift)
    rest >>= WORD
  }
}
