import { type ExactSum, noSum } from '../tables/measures/exact-sum.ts'
import type { SqlDialect } from './dialect.ts'
import { exponentOf, lastBitOf } from './exact-sums.ts'
import { type Layer, sideBySide } from './layered.ts'
import { type Part, partSum, type SumAsked, wholeSum } from './part-sum.ts'
import { productLayers, splitLayers } from './products.ts'
import type { Sizes } from './sizes.ts'

/** Sums of the powers of a column, as layers of a query, and how to read what it gives. */
export interface PowersAsked {
  readonly layers: readonly (readonly Layer[])[]
  /** What is asked of the last layer. */
  readonly items: readonly string[]
  read(cells: readonly (string | null)[]): ExactSum[]
}

/** Sizes that squares, cubes … of doubles may have before a part of a product leaves their range. */
const WITHIN = 900

/**
 * Σx … Σx^highest of the column `name`, without rounding; undefined where their products would leave the range of doubles. `whole` is the
 * same column as whole numbers of 64 bits, where it holds nothing else.
 */
export function powersAsked(
  dialect: SqlDialect,
  name: string,
  highest: 1 | 2 | 4,
  sizes: Sizes,
  whole?: string,
): PowersAsked | undefined {
  const { most, rows } = sizes
  const all = whole ? wholePowers(dialect, whole, highest, most, rows) : undefined
  return all ?? ofDoubles(dialect, name, highest, sizes)
}

/** Powers of whole numbers that are whole numbers of 64 bits themselves. */
function wholePowers(
  dialect: SqlDialect,
  whole: string,
  highest: 1 | 2 | 4,
  most: number,
  rows: number,
): PowersAsked | undefined {
  const powers = [1, 2, 3, 4].slice(0, highest)
  const sums = powers.map(power =>
    wholeSum(dialect, Array.from({ length: power }, () => whole).join(' * '), most ** power, rows),
  )
  const asked = sums.filter(sum => sum !== undefined)
  return asked.length < highest
    ? undefined
    : asSums(
        [],
        asked.map(sum => [sum]),
      )
}

function ofDoubles(dialect: SqlDialect, name: string, highest: 1 | 2 | 4, sizes: Sizes): PowersAsked | undefined {
  const { top, lowest, least } = boundsOf(sizes)
  if (highest > 1 && (highest * top > WITHIN || highest * lowest < -WITHIN)) return undefined
  const products: Layer[][] = []
  /** The parts whose sum is the power. */
  const powers: Part[][] = [[{ name, top, lowest }]]
  if (highest > 1) {
    products.push(...splitLayers(dialect, name), ...productLayers(name, name, `${name}q`))
    const square: readonly Part[] = [
      { name: `${name}q`, top: 2 * top, lowest: Math.max(2 * lowest, 2 * least - 52) },
      { name: `${name}qe`, top: 2 * top - 52, lowest: 2 * lowest },
    ]
    powers.push(square.filter(isNotZero))
    if (highest === 4) {
      const names = square.map(part => part.name)
      products.push(...sideBySide(names.map(part => splitLayers(dialect, part))))
      const third = names.map((part, i) => ({ layers: productLayers(part, name, `${name}c${i}`), out: `${name}c${i}` }))
      const fourth = names.flatMap((one, i) =>
        names.map((other, j) => ({ layers: productLayers(one, other, `${name}f${i}${j}`), out: `${name}f${i}${j}` })),
      )
      products.push(...sideBySide([...third, ...fourth].map(({ layers }) => layers)))
      powers.push(
        ...[third, fourth].map((made, i) =>
          made
            .flatMap(({ out }) => both(out))
            .map(part => ({ name: part, top: (3 + i) * top, lowest: (3 + i) * lowest })),
        ),
      )
    }
  }
  const sums = powers.map(parts => parts.map(part => partSum(dialect, part, sizes.rows)))
  const known = sums.map(each => each.filter(sum => sum !== undefined))
  return known.every(({ length }, i) => length === sums[i]?.length) ? asSums(products, known) : undefined
}

/** What is left of a product is nothing where the product has few enough bits. */
const isNotZero = ({ top, lowest }: Part): boolean => top > lowest

function asSums(products: readonly (readonly Layer[])[], sums: readonly (readonly SumAsked[])[]): PowersAsked {
  return {
    layers: [...products, ...sideBySide(sums.flat().map(({ layers }) => layers))],
    items: sums.flat().flatMap(({ items }) => items),
    read(cells) {
      let at = 0
      return sums.map(each => {
        const total = noSum()
        for (const { items, addTo } of each) {
          addTo(total, cells.slice(at, at + items.length))
          at += items.length
        }
        return total
      })
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
  const [a, b] = [boundsOf(one), boundsOf(other)]
  const [top, lowest] = [a.top + b.top, a.lowest + b.lowest]
  if (top > WITHIN || lowest < -WITHIN) return undefined
  const name = `${x}${y}`
  const parts = [
    { name, top, lowest: Math.max(lowest, a.least + b.least - 52) },
    { name: `${name}e`, top: top - 52, lowest },
  ].filter(isNotZero)
  const sums = parts.map(part => partSum(dialect, part, one.rows)).filter(sum => sum !== undefined)
  if (sums.length < parts.length) return undefined
  const { layers, ...asked } = asSums([], [sums])
  return { layers: [...productLayers(x, y, name), ...layers], ...asked }
}

function boundsOf({ most, least, isWhole }: Sizes) {
  const lowest = isWhole ? 0 : lastBitOf(least)
  return { top: exponentOf(most) + 1, lowest, least: exponentOf(isWhole ? 1 : least) }
}

const both = (name: string): string[] => [name, `${name}e`]
