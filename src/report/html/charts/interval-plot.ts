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
/** Pixels of a digit of an axis, and between two of its numbers. */
const LETTER = 6.4
const GAP = 10

/**
 * One interval a line: the estimate, how sure it is, and the bar. Each line has its own scale, with its numbers below it, unless they share
 * one (`common`). Names and numbers are text beside the drawings, and above them where the page is narrow; so the drawings themselves are
 * not read aloud.
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

const TICKS = 5

/** Numbers of a scale that stand within the drawing and apart from each other. */
function ticksOf(scale: Scale): { readonly x: number; readonly label: string }[] {
  const written = scale.tickFormat(TICKS)
  let end = 0
  return scale.ticks(TICKS).flatMap(tick => {
    const [x, label] = [scale(tick), written(tick)]
    const half = (label.length * LETTER) / 2
    if (x - half < end || x + half > WIDTH) return []
    end = x + half + GAP
    return [{ x, label }]
  })
}

const axis = (scale: Scale): Element[] =>
  ticksOf(scale).map(
    ({ x, label }) =>
      s(
        'text',
        { className: ['tick'], x: round(x), y: 12, textAnchor: 'middle', fill: 'currentColor' },
        label,
      ) as Element,
  )

function drawn(row: IntervalRow, scale: Scale, common: boolean): Element {
  const { label, value, interval, bar, status = 'pass' } = row
  const [low, high] = interval
  const y = ROW / 2
  const name = label.length > LONGEST ? `${label.slice(0, LONGEST - 1).toWellFormed()}…` : label
  const grid = ticksOf(scale).map(({ x }) => line([x, 0], [x, ROW], 'grid'))
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
    h('span.found', [
      `${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`,
      bar === undefined ? '' : h('span.hidden', `, bar ${formatNumber(bar)}`),
    ]),
    common ? '' : strip(AXIS, axis(scale), 'scale'),
  ])
}

const strip = (height: number, content: Element[], className?: string): Element =>
  s(
    'svg',
    {
      className,
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      ariaHidden: 'true',
      fill: 'none',
      fontSize: 11,
    },
    content,
  ) as Element
