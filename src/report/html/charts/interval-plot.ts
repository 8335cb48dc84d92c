import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Status } from '../../../core/verdict.ts'
import { formatNumber } from '../../numbers.ts'
import { dot, line, picture, round } from './plot.ts'

export interface IntervalRow {
  readonly label: string
  readonly value: number
  readonly interval: readonly [number, number]
  /** What it is held against. */
  readonly bar?: number | undefined
  readonly status?: Status | undefined
}

const WIDTH = 780
const NAMES = 300
const ROW = 26
const ABOVE = 6
const BELOW = 20
const LONGEST = 42

/** One interval a line: the estimate, how sure it is, and the bar. Each line has its own scale unless they share one (`common`). */
export function intervalPlot(title: string, rows: readonly IntervalRow[], { common = false } = {}): Element {
  const height = ABOVE + rows.length * ROW + (common ? BELOW : 4)
  const all = scaleOf(rows)
  return picture({ width: WIDTH, height, wide: true }, title, [
    ...(common ? ticks(all, height) : []),
    ...rows.flatMap((row, i) => drawn(row, ABOVE + i * ROW + ROW / 2, common ? all : scaleOf([row]))),
  ])
}

type Scale = ReturnType<typeof scaleOf>

function scaleOf(rows: readonly IntervalRow[]) {
  const ends = rows.flatMap(({ interval, bar }) => [...interval, ...(bar === undefined ? [] : [bar])])
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const margin = (high - low) * 0.08 || 0.01
  return scaleLinear([low - margin, high + margin], [NAMES + 10, WIDTH - 190])
}

function ticks(scale: Scale, height: number): Element[] {
  const written = scale.tickFormat(5)
  return scale
    .ticks(5)
    .flatMap(tick => [
      line([scale(tick), ABOVE], [scale(tick), height - BELOW], 'grid'),
      s(
        'text',
        { className: ['tick'], x: round(scale(tick)), y: height - 6, textAnchor: 'middle' },
        written(tick),
      ) as Element,
    ])
}

function drawn({ label, value, interval, bar, status = 'pass' }: IntervalRow, y: number, scale: Scale): Element[] {
  const [low, high] = interval
  const name = label.length > LONGEST ? `${label.slice(0, LONGEST - 1).toWellFormed()}…` : label
  return [
    s('text', { className: ['name'], x: NAMES, y: y + 4, textAnchor: 'end' }, name) as Element,
    line([scale(low), y], [scale(high), y], `whisker ${status}`),
    line([scale(low), y - 5], [scale(low), y + 5], `whisker ${status}`),
    line([scale(high), y - 5], [scale(high), y + 5], `whisker ${status}`),
    ...(bar === undefined ? [] : [line([scale(bar), y - 11], [scale(bar), y + 11], 'bar')]),
    dot([scale(value), y], `point ${status}`),
    s(
      'text',
      { className: ['tick'], x: WIDTH - 180, y: y + 4 },
      `${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`,
    ) as Element,
  ]
}
