import type { ExactSum } from '../tables/measures/exact-sum.ts'
import type { SqlDialect } from './dialect.ts'
import { type Cuts, cutLayers, cutsFor, exponentOf, lastBitOf, sumOfPieces } from './exact-sums.ts'
import { type Layer, sideBySide } from './layered.ts'
import { productLayers, splitLayers } from './products.ts'

/** How large the numbers of a column are. */
export interface Sizes {
  readonly most: number
  readonly least: number
  /** Whether all are whole. */
  readonly isWhole: boolean
  readonly rows: number
}

/** Sums of the powers of a column, as layers of a query, and how to read what it gives. */
export interface PowersAsked {
  readonly layers: readonly (readonly Layer[])[]
  readonly sums: readonly string[]
  read(pieces: readonly number[]): ExactSum[]
}

/** Sizes that squares, cubes … of doubles may have before a part of a product leaves their range. */
const WITHIN = 900

/** Σx … Σx^highest of the column `name`, without rounding; undefined where their products would leave the range of doubles. */
export function powersAsked(
  dialect: SqlDialect,
  name: string,
  highest: 1 | 2 | 4,
  sizes: Sizes,
): PowersAsked | undefined {
  const top = exponentOf(sizes.most) + 1
  const lowest = sizes.isWhole ? 0 : lastBitOf(sizes.least)
  if (highest > 1 && (highest * top > WITHIN || highest * lowest < -WITHIN)) return undefined
  const products: Layer[][] = []
  /** Names of the parts whose sum is the power. */
  const powers: string[][] = [[name]]
  if (highest > 1) {
    products.push(...splitLayers(dialect, name), ...productLayers(name, name, `${name}q`))
    const square = [`${name}q`, `${name}qe`]
    powers.push(square)
    if (highest === 4) {
      products.push(...sideBySide(square.map(part => splitLayers(dialect, part))))
      const third = square.map((part, i) => ({
        layers: productLayers(part, name, `${name}c${i}`),
        parts: both(`${name}c${i}`),
      }))
      const fourth = square.flatMap((one, i) =>
        square.map((other, j) => ({
          layers: productLayers(one, other, `${name}f${i}${j}`),
          parts: both(`${name}f${i}${j}`),
        })),
      )
      products.push(...sideBySide([...third, ...fourth].map(({ layers }) => layers)))
      powers.push(
        third.flatMap(({ parts }) => parts),
        fourth.flatMap(({ parts }) => parts),
      )
    }
  }
  const cut: { power: number; part: string; cuts: Cuts }[] = []
  for (const [i, parts] of powers.entries()) {
    const cuts = cutsFor(2 ** ((i + 1) * top), (i + 1) * lowest, sizes.rows)
    if (!cuts) return undefined
    for (const part of parts) cut.push({ power: i, part, cuts })
  }
  const made = cut.map(({ part, cuts, power }) => ({ power, ...cutLayers(dialect, cuts, part, `${part}_`) }))
  return {
    layers: [...products, ...sideBySide(made.map(({ layers }) => layers))],
    sums: made.flatMap(({ sums }) => sums),
    read(pieces) {
      const each: number[][] = powers.map(() => [])
      let at = 0
      for (const { power, sums } of made) {
        each[power]?.push(...pieces.slice(at, at + sums.length))
        at += sums.length
      }
      return each.map(sumOfPieces)
    },
  }
}

/** Σxy of two columns that are split already. */
export function productAsked(
  dialect: SqlDialect,
  x: string,
  y: string,
  one: Sizes,
  other: Sizes,
): PowersAsked | undefined {
  const top = exponentOf(one.most) + exponentOf(other.most) + 2
  const lowest = (one.isWhole ? 0 : lastBitOf(one.least)) + (other.isWhole ? 0 : lastBitOf(other.least))
  const cuts = top > WITHIN || lowest < -WITHIN ? undefined : cutsFor(2 ** top, lowest, one.rows)
  if (!cuts) return undefined
  const parts = both(`${x}${y}`).map(part => cutLayers(dialect, cuts, part, `${part}_`))
  return {
    layers: [...productLayers(x, y, `${x}${y}`), ...sideBySide(parts.map(({ layers }) => layers))],
    sums: parts.flatMap(({ sums }) => sums),
    read: pieces => [sumOfPieces(pieces)],
  }
}

const both = (name: string): string[] => [name, `${name}e`]
