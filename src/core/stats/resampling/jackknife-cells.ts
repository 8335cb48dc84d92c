import type { CellStatistic } from './bootstrap-cells.ts'
import type { Jackknife } from './jackknife.ts'
import { forEachStratum } from './strata.ts'

/** The statistic without one row, cell by cell: all rows of a cell leave the same. */
export function jackknifeCells({ cells, strata = [cells.length], statistic }: CellStatistic): Jackknife[] {
  const without = Float64Array.from(cells)
  const parts: Jackknife[] = []
  forEachStratum(strata, cells.length, (start, end) => {
    const values = new Float64Array(end - start)
    const times = new Float64Array(end - start)
    for (let cell = start; cell < end; cell++) {
      const count = cells[cell] ?? 0
      if (count === 0) continue
      without[cell] = count - 1
      values[cell - start] = statistic(without)
      times[cell - start] = count
      without[cell] = count
    }
    parts.push({ values, times })
  })
  return parts
}
