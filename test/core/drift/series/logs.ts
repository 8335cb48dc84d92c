import { random } from '../random.ts'

const HOUR = 3_600_000

export interface LogOptions {
  readonly seed: number
  readonly hours: number
  /** Requests of an hour in the middle of the season. */
  readonly level?: number
  /** Share of the level that the season moves it by, by hour of the day. */
  readonly season?: number
  readonly errorRate?: number
  /** Over-dispersion of the error rate: sd of its logarithm. */
  readonly spread?: number
  /** Noise of volume and latency: sd of the logarithm, and its correlation from hour to hour. */
  readonly noise?: number
  readonly correlation?: number
  /** Noise that is alike by day and by night: its sd as a share of the level. */
  readonly added?: number
  change?(hour: number): { volume?: number; errors?: number; latency?: number }
}

/** An hourly log with a daily and weekly season, made anew from a seed; `change` gives factors by hour. */
export function aLog(options: LogOptions): string {
  const {
    seed,
    hours,
    level = 500,
    season = 0.5,
    errorRate = 0.01,
    spread = 0,
    noise = 0.05,
    correlation = 0,
    added = 0,
  } = options
  const { normal, uniform } = random(seed)
  const lines = ['timestamp,requests,errors,latency']
  let drift = normal() * noise
  for (let hour = 0; hour < hours; hour++) {
    const { volume = 1, errors = 1, latency = 1 } = options.change?.(hour) ?? {}
    drift = correlation * drift + Math.sqrt(1 - correlation ** 2) * noise * normal()
    const weekend = Math.floor(hour / 24) % 7 >= 5 ? 1 - season / 2 : 1
    const mean = level * volume * weekend * (1 + season * Math.sin((2 * Math.PI * hour) / 24)) * Math.exp(drift)
    const extra = added === 0 ? 0 : Math.round(added * level * normal())
    const requests = Math.max(0, poisson(mean, normal, uniform) + extra)
    const rate = Math.min(1, errorRate * errors * Math.exp(spread * normal()))
    let failed = 0
    for (let i = 0; i < requests; i++) if (uniform() < rate) failed++
    const time = new Date(Date.UTC(2024, 0, 1) + hour * HOUR).toISOString().replace('.000', '')
    lines.push(`${time},${requests},${failed},${(120 * latency * Math.exp(noise * normal())).toFixed(2)}`)
  }
  return `${lines.join('\n')}\n`
}

/** A Poisson count: by multiplication while small, rounded normal beyond. */
function poisson(mean: number, normal: () => number, uniform: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
  let product = uniform()
  let n = 0
  for (const limit = Math.exp(-mean); product > limit; n++) product *= uniform()
  return n
}
