import type { Cron } from './cron.ts'

/** How often a schedule runs in the months of a year. */
export interface ScheduledRuns {
  /** The mean of its months. */
  readonly mean: number
  /** Its busiest month. */
  readonly most: number
  /** Fewest minutes between two runs of one day; undefined where it runs once a day at most. */
  readonly leastGap: number | undefined
}

const DAY_MS = 86_400_000

/** Counts the runs of a year, which is 2027: its months are as long as those of any year that is no leap year. */
export function runsPerMonth(cron: Cron): ScheduledRuns {
  const perDay = cron.minutes.size * cron.hours.size
  const months = Array.from({ length: 12 }, () => 0)
  for (let time = Date.UTC(2027, 0, 1); time < Date.UTC(2028, 0, 1); time += DAY_MS) {
    const day = new Date(time)
    const month = day.getUTCMonth()
    if (cron.runsOn(day.getUTCDate(), month + 1, day.getUTCDay())) months[month] = (months[month] ?? 0) + perDay
  }
  const times = [...cron.hours]
    .flatMap(hour => [...cron.minutes].map(minute => hour * 60 + minute))
    .toSorted((a, b) => a - b)
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  return {
    mean: months.reduce((sum, runs) => sum + runs, 0) / 12,
    most: Math.max(...months),
    leastGap: gaps.length > 0 ? Math.min(...gaps) : undefined,
  }
}
