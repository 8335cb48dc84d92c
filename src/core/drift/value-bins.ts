import { categoryPairs } from './category-pairs.ts'
import type { Column, Side } from './column.ts'
import { countByEdges, decileEdges } from './deciles.ts'
import type { Cell } from './homogeneity-test.ts'
import { isCategorical } from './is-categorical.ts'

/**
 * The rows with a value in bins: categories, or what lies between the deciles of the reference (type 7, closed above, equal ones
 * merged). Of a sample of numbers the drawn ones, or all, which the sample stands for.
 */
export function valueBins(column: Column, rows: 'drawn' | 'all' = 'drawn'): Cell[] {
  const { kind, reference, current } = column
  if (isCategorical(kind)) return categoryPairs(column)
  const edges = decileEdges(reference.numbers)
  const count = rows === 'all' ? rowsByEdges : ({ numbers }: Side) => countByEdges(numbers, edges)
  const counts = count(current, edges)
  return count(reference, edges).map((count, i) => ({ reference: count, current: counts[i] ?? 0 }))
}

/** Rows per bin; of a sample, scaled to all numbers. */
function rowsByEdges({ numbers, drawnFrom = numbers.length }: Side, edges: readonly number[]): number[] {
  const counts = countByEdges(numbers, edges)
  return drawnFrom === numbers.length ? counts : counts.map(count => (count * drawnFrom) / numbers.length)
}

/** How `valueBins` makes bins, and what methods over bins do with them: part of their definition. */
export const BINNING =
  'Missing left out. Numbers: bins between the deciles of the reference (type 7), closed above, equal deciles merged. ' +
  'Categories: one bin each. Bins expected fewer than 5 times on a side are merged (Cochran 1954)'

export const BOUNDS =
  'p of the hypothesis that the divergence is within its limit, and bounds, by the noncentral χ² law of the scaled divergence (Yurdakul 2018); p no smaller than that of the χ² test of homogeneity over the same bins'
