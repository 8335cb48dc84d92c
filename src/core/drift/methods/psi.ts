import { categoryPairs } from '../category-pairs.ts'
import type { Column, Side } from '../column.ts'
import { countByEdges, decileEdges } from '../deciles.ts'
import { defineMethod } from '../method.ts'

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR = 1e-4

/** Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p). */
export const psi = defineMethod({
  id: 'psi',
  title: 'Population stability index',
  variant:
    'Σ (q − p) ln(q / p), natural logarithm, over shares of all rows, each floored at 0.0001 and not renormalised. ' +
    'Numbers: bins between the deciles of the reference (type 7), closed above, equal deciles merged. Categories: one bin each. ' +
    'Missing values, and cells that are neither number nor counted category, are bins of their own. ' +
    'Reported, not decided on: 0.1 and 0.25 are customary marks, but its size depends on the number of rows',
  accepts: ['numeric', 'categorical'],
  report(column) {
    const { reference, current } = column
    const values = reference.numbers.length + reference.categories.size
    if (values === 0 || current.rows === 0) return undefined
    const bins = [...valueBins(column), [reference.missing, current.missing]].filter(([a = 0, b = 0]) => a + b > 0)
    return bins.reduce((sum, [a = 0, b = 0]) => {
      const p = Math.max(FLOOR, a / reference.rows)
      const q = Math.max(FLOOR, b / current.rows)
      return sum + (q - p) * Math.log(q / p)
    }, 0)
  },
})

/** Rows of each bin of values, reference and current. */
function valueBins(column: Column): number[][] {
  const { kind, reference, current } = column
  if (kind === 'categorical') return categoryPairs(column).map(pair => [pair.reference, pair.current])
  const edges = decileEdges(reference.numbers)
  const counts = rowsByEdges(current, edges)
  const bins = rowsByEdges(reference, edges).map((count, i) => [count, counts[i] ?? 0])
  return [...bins, [reference.others, current.others]]
}

/** Rows per bin; of a sample, scaled to all numbers. */
function rowsByEdges({ numbers, drawnFrom = numbers.length }: Side, edges: readonly number[]): number[] {
  const counts = countByEdges(numbers, edges)
  return drawnFrom === numbers.length ? counts : counts.map(count => (count * drawnFrom) / numbers.length)
}
