import type { PandasColumn } from './pandas-column.ts'

/** Rows of each value on both sides, missing left out: numbers equal numbers, however written. */
export function valueCounts(
  reference: PandasColumn,
  current: PandasColumn,
): { reference: number; current: number; value: number | string }[] {
  const counts = new Map<number | string, { reference: number; current: number }>()
  for (const side of ['reference', 'current'] as const) {
    for (const value of (side === 'reference' ? reference : current).values) {
      if (value === undefined) continue
      const found = counts.get(value) ?? { reference: 0, current: 0 }
      found[side]++
      counts.set(value, found)
    }
  }
  return [...counts].map(([value, found]) => ({ value, ...found }))
}
