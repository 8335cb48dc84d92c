import type { Alarm } from './cusum.ts'

export interface EwmaChart {
  /** The average at each value, in standard deviations of its own; undefined where a value is missing. */
  readonly statistic: readonly (number | undefined)[]
  readonly alarms: readonly Alarm[]
}

/**
 * Exponentially weighted moving average of standardised values (Roberts 1959): E = λ z + (1 − λ) E, from 0, held against L times its
 * standard deviation √(λ (1 − (1 − λ)²ᵗ) / (2 − λ)). A missing value leaves it as it is.
 */
export function ewma(
  z: readonly (number | undefined)[],
  { weight, limit }: { readonly weight: number; readonly limit: number },
): EwmaChart {
  const alarms: Alarm[] = []
  const statistic: (number | undefined)[] = []
  let average = 0
  let seen = 0
  let since = { side: 0, at: 0 }
  for (const [at, value] of z.entries()) {
    if (value === undefined) {
      statistic.push(undefined)
      continue
    }
    seen++
    average = weight * value + (1 - weight) * average
    const side = average >= 0 ? 1 : -1
    if (side !== since.side) since = { side, at }
    const own = average / Math.sqrt((weight * (1 - (1 - weight) ** (2 * seen))) / (2 - weight))
    statistic.push(own)
    if (Math.abs(own) > limit) alarms.push({ at, since: since.at, side, statistic: Math.abs(own) })
  }
  return { statistic, alarms }
}
