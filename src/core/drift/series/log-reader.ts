import { grouped } from '../../wording/grouped.ts'
import { finiteNumber, isBlank } from '../cell.ts'
import type { Bucket, Fault, Gathered } from './bucket.ts'
import { milliseconds, timeText } from './duration.ts'
import { isRate } from './kinds.ts'
import type { LogColumns } from './log-columns.ts'
import { keep, type QuantileStore, quantileStore, ranked, rankOf } from './quantile-store.ts'
import type { Series } from './settings.ts'
import { timeOf } from './time-of.ts'
import { timeOrder } from './time-order.ts'

/** Buckets that are kept of a series, and the stretch that they may span. */
export const MAX_BUCKETS = 100_000

/** Rows of a log on their way into buckets: nothing of a row is kept. */
export interface LogReader {
  add(cells: readonly string[], line: number): void
  finish(): Gathered
}

/** What has been gathered of a bucket. */
interface Gathering {
  readonly start: number
  readonly line: number
  rows: number
  traffic: number
  events: number
  labelled: number
  sum: number
  readonly values: QuantileStore
}

/** Gathers the rows of one series. */
export function logReader(settings: Series, columns: LogColumns): LogReader {
  const { kind, quantile } = settings
  const every = milliseconds(settings.every)
  const valuedRate = isRate(kind) && columns.events === undefined
  const rowsAreBuckets = columns.count !== undefined || valuedRate
  const byRequest = kind === 'latency' && !rowsAreBuckets
  const order = timeOrder(
    settings.disorder === undefined ? (rowsAreBuckets ? 0 : every) : milliseconds(settings.disorder),
    rowsAreBuckets || kind === 'gauge',
  )
  const gathered = new Map<number, Gathering>()
  const bad = new Map<string, { count: number; line: number; found: string }>()
  let crowded = 0
  let beyond = 0
  let rows = 0

  const fault = (column: string, line: number, found: string) => {
    const before = bad.get(column)
    if (before) before.count++
    else bad.set(column, { count: 1, line, found })
    return undefined
  }
  /** A cell's number from 0 on; blank where nothing is known yet. */
  const read = (cells: readonly string[], index: number | undefined, column: string | undefined, line: number) => {
    const cell = cells[index ?? -1] ?? ''
    if (isBlank(cell)) return undefined
    const number = finiteNumber(cell) ?? TRUTH[cell.trim().toLowerCase()]
    if (number === undefined || (number < 0 && kind !== 'gauge'))
      return fault(column ?? '', line, number === undefined ? 'no number' : 'a negative number')
    return number
  }

  return {
    add(cells, line) {
      rows++
      const time = timeOf(cells[columns.time] ?? '')
      if (!order.add(time, line)) return
      const start = Math.floor(time / every) * every
      let bucket = gathered.get(start)
      if (!bucket) {
        if (gathered.size >= MAX_BUCKETS) {
          beyond++
          return
        }
        bucket = { start, line, rows: 0, traffic: 0, events: 0, labelled: 0, sum: 0, values: quantileStore() }
        gathered.set(start, bucket)
      }
      const traffic = columns.count === undefined ? 1 : read(cells, columns.count, settings.count, line)
      const value = columns.value === undefined ? undefined : read(cells, columns.value, settings.value, line)
      const events = columns.events === undefined ? undefined : read(cells, columns.events, settings.events, line)
      if (events !== undefined && events > (traffic ?? 0)) {
        fault(settings.events ?? '', line, 'more events than requests')
        return
      }
      if (value !== undefined && valuedRate && value > 1) {
        fault(settings.value ?? '', line, 'a rate above 1')
        return
      }
      bucket.rows++
      if (bucket.rows > 1 && rowsAreBuckets && columns.value !== undefined) crowded++
      bucket.traffic += traffic ?? 0
      if (events !== undefined) {
        bucket.events += events
        bucket.labelled += traffic ?? 0
      }
      if (value === undefined) return
      bucket.labelled++
      bucket.sum += value
      if (byRequest) keep(bucket.values, value)
    },
    finish() {
      const buckets = [...gathered.values()].sort((a, b) => a.start - b.start)
      const [first, last] = [buckets[0]?.start ?? 0, buckets.at(-1)?.start ?? 0]
      const span = (last - first) / every + 1
      const faults: Fault[] = [
        ...order.faults(settings.time),
        ...(beyond > 0 || span > MAX_BUCKETS
          ? [
              {
                about: 'timestamps' as const,
                found: `times from ${timeText(first)} to ${timeText(last)}, more than ${grouped(MAX_BUCKETS)} buckets of ${settings.every}`,
                hint: "A clock was wrong, or the buckets are too short: mend the times, or lengthen 'every'",
                column: settings.time,
              },
            ]
          : []),
        ...[...bad].map(([column, { count, line, found }]) => ({
          about: 'values' as const,
          found: `${found} in ${grouped(count)} rows of ${column}`,
          hint: 'Write numbers with a decimal point, and leave a cell empty where there is none',
          line,
          column,
        })),
        ...(crowded > 0
          ? [
              {
                about: 'values' as const,
                found: `${grouped(crowded)} rows that share a bucket of ${settings.every} with another`,
                hint: "What is already a quantile or a rate cannot be joined: set 'every' to the step of the log",
              },
            ]
          : []),
      ]
      return {
        buckets: span > MAX_BUCKETS ? [] : buckets.map(finished),
        every,
        rowsAreRequests: !rowsAreBuckets && kind !== 'gauge',
        until: order.last,
        rows,
        faults,
      }
    },
  }

  function finished({ start, line, traffic, events, labelled, sum, values }: Gathering): Bucket {
    const known = {
      start,
      line,
      ...(kind === 'gauge' || (valuedRate && columns.count === undefined) ? {} : { traffic }),
    }
    if (kind === 'volume') return { ...known, value: traffic }
    if (labelled === 0) return known
    if (columns.events !== undefined && isRate(kind))
      return { ...known, traffic: labelled, events, value: events / labelled }
    if (!byRequest) return { ...known, value: sum / labelled }
    const { n } = values.sketch
    const [low, high] = ranked(values)(rankOf(quantile, n))
    return {
      ...known,
      traffic: n,
      value: (low + high) / 2,
      values,
      ...(low === high ? {} : { error: [low, high] as const }),
    }
  }
}

/** How events are written by word. */
const TRUTH: Readonly<Record<string, number>> = { true: 1, false: 0, yes: 1, no: 0 }
