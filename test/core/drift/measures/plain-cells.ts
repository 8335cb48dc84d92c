import { finiteNumber, isBlank, isNonFinite } from '../../../../src/core/drift/cell.ts'
import { instantOf } from '../../../../src/core/drift/instant-of.ts'

/** What a column holds, cell by cell and as plainly as can be: what the measures must find. */
export function plainCells(cells: readonly string[]) {
  const numbers: number[] = []
  const instants: number[] = []
  const categories = new Map<string, number>()
  const counts = { missing: 0, text: 0, nonFinite: 0 }
  for (const cell of cells) {
    const value = finiteNumber(cell)
    if (value !== undefined) numbers.push(value)
    else if (isBlank(cell)) counts.missing += 1
    else {
      counts[isNonFinite(cell) ? 'nonFinite' : 'text'] += 1
      const instant = instantOf(cell)
      if (!Number.isNaN(instant)) instants.push(instant)
      categories.set(cell, (categories.get(cell) ?? 0) + 1)
    }
  }
  return {
    ...counts,
    rows: cells.length,
    numbers: Float64Array.from(numbers).sort(),
    instants: Float64Array.from(instants).sort(),
    categories,
  }
}
