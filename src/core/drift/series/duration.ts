import { z } from 'zod'

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** A length of time as it is written in the settings: 30s, 15m, 1h, 14d, 8w. */
export const Duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhdw]$/, 'a length of time such as 15m, 1h or 14d')
  .meta({ description: 'A length of time: 30s, 15m, 1h, 14d, 8w' })

/** Its milliseconds. */
export function milliseconds(duration: string): number {
  const unit = duration.at(-1)
  return (
    Number(duration.slice(0, -1)) *
    (unit === 's' || unit === 'm' || unit === 'h' || unit === 'd' || unit === 'w' ? UNITS[unit] : 1)
  )
}

/** Milliseconds in the largest unit that leaves none over. */
export function durationText(length: number): string {
  for (const unit of ['d', 'h', 'm', 's'] as const)
    if (length % UNITS[unit] === 0) return `${length / UNITS[unit]}${unit}`
  return `${length}ms`
}

/** A time as evidence and sentences have it, in UTC, without what is zero at its end. */
export const timeText = (time: number): string =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/:00Z$/, 'Z')
