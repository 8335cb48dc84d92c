import { scaleLinear } from 'd3-scale'
import { line as lineThrough } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Status } from '../../../core/verdict.ts'
import { ticks } from '../../life/ticks.ts'
import { formatNumber } from '../../numbers.ts'
import { dot, line, path, picture, round } from './plot.ts'

/** What was found at a moment. */
export interface TrendPoint {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly value: number
  readonly interval?: readonly [number, number] | undefined
  /** What it was held against then. */
  readonly limit?: number | undefined
  readonly status: Status
}

interface Trend {
  readonly title: string
  readonly points: readonly TrendPoint[]
  /** The time that all drawings of a page share. */
  readonly from: number
  readonly to: number
}

const WIDTH = 330
const HEIGHT = 150
const LEFT = 48
const RIGHT = 12
const ABOVE = 26
const BELOW = 24
const LONGEST = 46
const DAY_MS = 86_400_000
/** What a date of the axis takes, and how many of them there are at most. */
const LABEL = 50
const DATES = 5

/** How a number went in time: each estimate with its interval, and what it was held against. */
export function trendPlot({ title, points, from, to }: Trend): Element {
  const sorted = points.toSorted((a, b) => a.at - b.at)
  const margin = Math.max((to - from) * 0.04, DAY_MS)
  const x = scaleLinear([from - margin, to + margin], [LEFT, WIDTH - RIGHT])
  const ends = sorted.flatMap(({ value, interval = [], limit }) => [
    value,
    ...interval,
    ...(limit === undefined ? [] : [limit]),
  ])
  const y = scaleLinear(domainOf(ends), [HEIGHT - BELOW, ABOVE]).nice(4)
  const written = y.tickFormat(4)
  const dates = ticks(from - margin, to + margin, DATES).filter(({ at }) => x(at) <= WIDTH - LABEL / 2)
  const limits = sorted.flatMap(({ at, limit }) => (limit === undefined ? [] : [{ at, limit }]))
  const name = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).toWellFormed()}…` : title
  const last = sorted.at(-1)
  return picture({ width: WIDTH, height: HEIGHT }, last ? `${title}: ${formatNumber(last.value)} at the end` : title, [
    s('text', { className: ['name'], x: 2, y: 14 }, name) as Element,
    ...y
      .ticks(4)
      .flatMap(tick => [
        line([LEFT, y(tick)], [WIDTH - RIGHT, y(tick)], 'grid'),
        s(
          'text',
          { className: ['tick'], x: LEFT - 6, y: round(y(tick) + 4), textAnchor: 'end' },
          written(tick),
        ) as Element,
      ]),
    ...dates.map(
      ({ at, label }) =>
        s('text', { className: ['tick'], x: round(x(at)), y: HEIGHT - 6, textAnchor: 'middle' }, label) as Element,
    ),
    ...(limits.length > 0
      ? [
          path(
            lineThrough<{ at: number; limit: number }>()
              .x(({ at }) => round(x(at)))
              .y(({ limit }) => round(y(limit)))(extended(limits, from - margin, to + margin)),
            'limit',
          ),
        ]
      : []),
    path(
      lineThrough<TrendPoint>()
        .x(({ at }) => round(x(at)))
        .y(({ value }) => round(y(value)))(sorted),
      'trace',
    ),
    ...sorted.flatMap(({ at, value, interval, status }) => [
      ...(interval ? [line([x(at), y(interval[0])], [x(at), y(interval[1])], `whisker ${status}`)] : []),
      dot([x(at), y(value)], `point ${status}`),
    ]),
  ])
}

function domainOf(ends: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

/** What was required holds before the first and after the last time that it was asked. */
function extended(limits: { at: number; limit: number }[], from: number, to: number) {
  const [first, last] = [limits[0], limits.at(-1)]
  return first && last ? [{ ...first, at: from }, ...limits, { ...last, at: to }] : limits
}
