import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { Status } from '../../../core/verdict.ts'
import { formatNumber } from '../../numbers.ts'
import { breakable } from '../breakable.ts'
import { dot, line, round } from './plot.ts'

export interface IntervalRow {
  readonly label: string
  readonly value: number
  readonly interval: readonly [number, number]
  /** What it is held against. */
  readonly bar?: number | undefined
  readonly status?: Status | undefined
}

const WIDTH = 320
const ROW = 24
const AXIS = 18
const LONGEST = 60

/**
 * One interval a line: the estimate, how sure it is, and the bar. Each line has its own scale unless they share one (`common`). Names and
 * numbers are text beside the drawings, and above them where the page is narrow; so the drawings themselves are not read aloud.
 */
export function intervalPlot(title: string, rows: readonly IntervalRow[], { common = false } = {}): Element {
  const all = scaleOf(rows)
  return h('ul.intervals', { ariaLabel: title }, [
    ...rows.map(row => drawn(row, common ? all : scaleOf([row]), common)),
    ...(common ? [h('li.axis', { ariaHidden: 'true' }, [h('span'), strip(AXIS, axis(all)), h('span')])] : []),
  ])
}

type Scale = ReturnType<typeof scaleOf>

function scaleOf(rows: readonly IntervalRow[]) {
  const ends = rows.flatMap(({ interval, bar }) => [...interval, ...(bar === undefined ? [] : [bar])])
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const margin = (high - low) * 0.08 || 0.01
  return scaleLinear([low - margin, high + margin], [0, WIDTH])
}

function axis(scale: Scale): Element[] {
  const written = scale.tickFormat(5)
  return scale
    .ticks(5)
    .filter(tick => scale(tick) > 12 && scale(tick) < WIDTH - 12)
    .map(
      tick =>
        s(
          'text',
          { className: ['tick'], x: round(scale(tick)), y: 12, textAnchor: 'middle', fill: 'currentColor' },
          written(tick),
        ) as Element,
    )
}

function drawn(row: IntervalRow, scale: Scale, common: boolean): Element {
  const { label, value, interval, bar, status = 'pass' } = row
  const [low, high] = interval
  const y = ROW / 2
  const name = label.length > LONGEST ? `${label.slice(0, LONGEST - 1).toWellFormed()}…` : label
  const grid = common ? scale.ticks(5).map(tick => line([scale(tick), 0], [scale(tick), ROW], 'grid')) : []
  return h('li', [
    h('span.name', breakable(name)),
    strip(ROW, [
      ...grid,
      line([scale(low), y], [scale(high), y], `whisker ${status}`),
      line([scale(low), y - 5], [scale(low), y + 5], `whisker ${status}`),
      line([scale(high), y - 5], [scale(high), y + 5], `whisker ${status}`),
      ...(bar === undefined ? [] : [line([scale(bar), 1], [scale(bar), ROW - 1], 'bar')]),
      dot([scale(value), y], `point ${status}`),
    ]),
    h('span.found', `${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`),
  ])
}

const strip = (height: number, content: Element[]): Element =>
  s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, ariaHidden: 'true', fill: 'none', fontSize: 11 },
    content,
  ) as Element
