import { scaleLinear } from 'd3-scale'
import type { Life } from '../../core/record/promotion/life.ts'
import { type Lane, lanesOf, type Mark, type Span } from './lanes.ts'
import { ticks } from './ticks.ts'

const DAY_MS = 86_400_000
const AXIS = 26
const TITLE = 30
const LANE = 22
const BAR = 12
const GAP = 10
/** What a date of an axis takes. */
const LABEL = 58
/** Narrower than a finger, a bar can still be seen. */
const LEAST = 3

/** Where everything is, in units of the picture. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly axis: readonly { readonly x: number; readonly label: string }[]
  /** Where today is. */
  readonly today: number
  /** Left and right end of the lanes. */
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly titles: readonly { readonly y: number; readonly text: string }[]
  readonly lanes: readonly {
    readonly y: number
    readonly label: { readonly x: number; readonly y: number; readonly text: string }
    readonly bars: readonly (Pick<Span, 'kind' | 'title'> & { readonly x: number; readonly width: number })[]
    readonly marks: readonly (Pick<Mark, 'kind' | 'title'> & { readonly x: number })[]
  }[]
}

/**
 * Lays lives out on one time line of so many units of width. Where there is room labels stand left of their lanes, else above them.
 * The time goes from the first thing that happened to the last that will, with today in between.
 */
export function layout(life: Life, width: number): Layout {
  const groups = lanesOf(life)
  const beside = width >= 600
  const plot = { left: beside ? 240 : 6, right: width - 12 }
  const { from, to } = domain(
    groups.flatMap(({ lanes }) => lanes),
    Date.parse(life.now),
  )
  const scale = scaleLinear([from, to], [plot.left, plot.right])
  const x = (at: number) => round(scale(at))
  const titles: Layout['titles'][number][] = []
  const placed: Layout['lanes'][number][] = []
  let y = AXIS
  for (const { title, lanes } of groups) {
    titles.push({ y: y + TITLE - 10, text: cut(title, width - 12) })
    y += TITLE
    for (const lane of lanes) {
      const text = cut(lane.label, beside ? plot.left - 20 : width - 12)
      const label = beside ? { x: plot.left - 12, y: y + LANE / 2 + 4, text } : { x: plot.left, y: y + 12, text }
      if (!beside) y += 16
      placed.push({ y: y + LANE / 2, label, bars: lane.spans.map(bar), marks: marksOf(lane) })
      y += LANE
    }
    y += GAP
  }
  return {
    width,
    height: y + 4,
    axis: apart(ticks(from, to, beside ? 8 : 5).map(({ at, label }) => ({ x: x(at), label }))),
    today: x(Date.parse(life.now)),
    plot: { ...plot, top: AXIS, bottom: y - GAP / 2 },
    titles,
    lanes: placed,
  }

  function bar({ kind, title, from: start, to: end }: Span) {
    const left = x(start)
    return { kind, title, x: left, width: round(Math.max(LEAST, x(end) - left)) }
  }

  /** Marks of nearly one moment stand side by side. */
  function marksOf({ marks }: Lane) {
    let free = Number.NEGATIVE_INFINITY
    return marks
      .toSorted((a, b) => a.at - b.at)
      .map(({ kind, title, at }) => {
        const place = Math.max(x(at), free)
        free = place + BAR + 1
        return { kind, title, x: Math.min(place, plot.right) }
      })
  }
}

function domain(lanes: readonly Lane[], today: number): { from: number; to: number } {
  const times = lanes.flatMap(({ spans, marks }) => [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...marks.map(({ at }) => at),
  ])
  const known = [...times, today].filter(Number.isFinite)
  const [first, last] = known.reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [today, today])
  const margin = Math.max(DAY_MS, ((last ?? today) - (first ?? today)) * 0.02)
  return { from: (first ?? today) - margin, to: (last ?? today) + margin }
}

/** Without those whose label would run into the one before. */
const apart = (labels: readonly { readonly x: number; readonly label: string }[]) =>
  labels.filter(({ x }, i) => i === 0 || x - (labels[i - 1]?.x ?? 0) >= LABEL)

const round = (value: number) => Math.round(value * 10) / 10
/** Cuts a text to what fits, at 6.6 units a letter: what a browser shows of a font that we cannot measure. */
const cut = (text: string, room: number) => {
  const letters = Math.floor(room / 6.6)
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
}
