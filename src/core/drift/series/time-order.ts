import { grouped } from '../../wording/grouped.ts'
import type { Fault } from './bucket.ts'
import { durationText, timeText } from './duration.ts'

export interface TimeOrder {
  /** False where the row's time is no time, or was there before. */
  add(time: number, line: number): boolean
  readonly last: number
  faults(column: string): Fault[]
}

/** Watches the times of a log: unreadable ones, steps back, and the same time twice where rows are buckets. */
export function timeOrder(allowed: number, unique: boolean): TimeOrder {
  const seen = unique ? new Set<number>() : undefined
  const unread = { count: 0, line: 0 }
  const twice = { count: 0, line: 0, time: 0 }
  const back = { count: 0, line: 0, step: 0, from: 0, to: 0 }
  let last = Number.NEGATIVE_INFINITY
  const first = (tally: { count: number; line: number }, line: number) => {
    if (tally.count++ === 0) tally.line = line
  }
  return {
    add(time, line) {
      if (Number.isNaN(time)) {
        first(unread, line)
        return false
      }
      if (last - time > allowed) {
        first(back, line)
        if (last - time > back.step) Object.assign(back, { step: last - time, from: last, to: time })
      }
      last = Math.max(last, time)
      if (seen?.has(time)) {
        if (twice.count === 0) twice.time = time
        first(twice, line)
        return false
      }
      seen?.add(time)
      return true
    },
    get last() {
      return last
    },
    faults: column => [
      ...(unread.count > 0
        ? [
            {
              about: 'timestamps' as const,
              found: `${grouped(unread.count)} rows without a readable time`,
              hint: 'Write times as ISO 8601, such as 2024-01-31T12:00:00Z, or as seconds or milliseconds since 1970',
              line: unread.line,
              column,
            },
          ]
        : []),
      ...(back.count > 0
        ? [
            {
              about: 'timestamps' as const,
              found: `${grouped(back.count)} rows out of order, one of them by ${durationText(back.step)} (from ${timeText(back.from)} back to ${timeText(back.to)})`,
              hint: "A clock was set, or files were joined in the wrong order: sort the log, or allow for it with 'disorder'",
              line: back.line,
              column,
            },
          ]
        : []),
      ...(twice.count > 0
        ? [
            {
              about: 'timestamps' as const,
              found: `${grouped(twice.count)} rows whose time was there before, such as ${timeText(twice.time)}`,
              hint: 'Each row stands for a whole bucket here, and the second was left out: write each once',
              line: twice.line,
              column,
            },
          ]
        : []),
    ],
  }
}
