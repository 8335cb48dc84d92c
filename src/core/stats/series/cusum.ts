/** Something that runs over a series and may alarm at each value. */
export interface Alarm {
  /** Place of the value that raised it. */
  readonly at: number
  /** Place at which the change began, as far as the chart can tell. */
  readonly since: number
  /** 1: upwards, −1: downwards. */
  readonly side: 1 | -1
  /** The statistic that crossed its limit. */
  readonly statistic: number
}

/**
 * Tabular cumulative sums of standardised values, C⁺ = max(0, C⁺ + z − k) and C⁻ likewise downwards (Page 1954): an alarm where one exceeds
 * h, whereupon it starts again at 0. A missing value leaves them as they are.
 */
export function cusum(z: readonly (number | undefined)[], { k, h }: { readonly k: number; readonly h: number }) {
  const alarms: Alarm[] = []
  const highest = { up: 0, down: 0 }
  for (const side of [1, -1] as const) {
    let sum = 0
    let since = 0
    for (const [at, value] of z.entries()) {
      if (value === undefined) continue
      if (sum === 0) since = at
      sum = Math.max(0, sum + side * value - k)
      const name = side === 1 ? 'up' : 'down'
      highest[name] = Math.max(highest[name], sum)
      if (sum <= h) continue
      alarms.push({ at, since, side, statistic: sum })
      sum = 0
    }
  }
  return { alarms: alarms.toSorted((a, b) => a.at - b.at || b.side - a.side), highest }
}
