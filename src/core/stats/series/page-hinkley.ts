import type { Alarm } from './cusum.ts'

/**
 * Page–Hinkley's test for a change of the mean (Page 1954, Hinkley 1971): m = Σ (x − x̄ − δ), with x̄ the mean so far, alarms where m stands
 * more than λ above its minimum, and downwards likewise; whereupon all starts again. A missing value is left out.
 */
export function pageHinkley(
  x: readonly (number | undefined)[],
  { delta, limit }: { readonly delta: number; readonly limit: number },
) {
  const alarms: Alarm[] = []
  const highest = { up: 0, down: 0 }
  for (const side of [1, -1] as const) {
    let [mean, n, sum, least, since] = [0, 0, 0, 0, 0]
    for (const [at, value] of x.entries()) {
      if (value === undefined) continue
      n++
      mean += (value - mean) / n
      sum += side * (value - mean) - delta
      if (sum <= least) {
        least = sum
        since = at
      }
      const name = side === 1 ? 'up' : 'down'
      highest[name] = Math.max(highest[name], sum - least)
      if (sum - least <= limit) continue
      alarms.push({ at, since, side, statistic: sum - least })
      ;[mean, n, sum, least, since] = [0, 0, 0, 0, at + 1]
    }
  }
  return { alarms: alarms.toSorted((a, b) => a.at - b.at || b.side - a.side), highest }
}
