import type { UnitStatistic } from './bootstrap-units.ts'
import type { Jackknife } from './jackknife.ts'
import { forEachStratum } from './strata.ts'

/** More units than this in a stratum leave in groups. */
const MOST = 400

/** The statistic without each unit in turn; in a large stratum without each of 400 groups of units, every 400th of them. */
export function jackknifeUnits({ strata, statistic }: UnitStatistic, most = MOST): Jackknife[] {
  const counts = new Uint32Array(strata.reduce((sum, size) => sum + size, 0)).fill(1)
  const parts: Jackknife[] = []
  forEachStratum(strata, counts.length, (start, end) => {
    const groups = Math.min(end - start, most)
    const put = (group: number, times: number) => {
      for (let unit = start + group; unit < end; unit += groups) counts[unit] = times
    }
    const values = Float64Array.from({ length: groups }, (_, group) => {
      put(group, 0)
      const value = statistic(counts)
      put(group, 1)
      return value
    })
    parts.push({ values })
  })
  return parts
}
