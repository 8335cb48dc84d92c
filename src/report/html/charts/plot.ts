import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'

/** Pixels of a drawing's own scale; on the page it is as wide as there is room. */
export interface Size {
  readonly width: number
  readonly height: number
  /** Scrolls rather than shrinks where there is little room. */
  readonly wide?: boolean
}

export interface Axes {
  readonly size: Size
  /** What a screen reader says of the picture. */
  readonly title: string
  readonly x: { readonly domain: readonly [number, number]; readonly title: string }
  readonly y: { readonly domain: readonly [number, number]; readonly title: string }
}

export interface Scales {
  x(value: number): number
  y(value: number): number
}

const LEFT = 52
const BELOW = 34
const ABOVE = 26
const RIGHT = 10
const TICKS = 5

/** A drawing with two axes, and what is drawn on them. */
export function plot({ size, title, x, y }: Axes, draw: (scales: Scales) => Element[]): Element {
  const { width, height } = size
  const across = scaleLinear([...x.domain], [LEFT, width - RIGHT])
  const up = scaleLinear([...y.domain], [height - BELOW, ABOVE])
  const floor = height - BELOW
  const ticksOf = (scale: typeof across) => {
    const written = scale.tickFormat(TICKS)
    return scale.ticks(TICKS).map(tick => ({ tick, label: written(tick) }))
  }
  return picture(size, title, [
    ...ticksOf(across).map(({ tick, label }) =>
      s('g', [
        line([across(tick), floor], [across(tick), ABOVE], 'grid'),
        s('text', { className: ['tick'], x: across(tick), y: floor + 14, textAnchor: 'middle' }, label),
      ]),
    ),
    ...ticksOf(up).map(({ tick, label }) =>
      s('g', [
        line([LEFT, up(tick)], [width - RIGHT, up(tick)], 'grid'),
        s('text', { className: ['tick'], x: LEFT - 6, y: up(tick) + 4, textAnchor: 'end' }, label),
      ]),
    ),
    s('text', { className: ['axis'], x: (LEFT + width - RIGHT) / 2, y: height - 4, textAnchor: 'middle' }, x.title),
    s(
      'text',
      {
        className: ['axis'],
        x: 10,
        y: (ABOVE + floor) / 2,
        textAnchor: 'middle',
        transform: `rotate(-90 10 ${(ABOVE + floor) / 2})`,
      },
      y.title,
    ),
    s('text', { className: ['name'], x: LEFT, y: 14 }, title),
    ...draw({ x: value => across(value), y: value => up(value) }),
  ])
}

/** A drawing that a screen reader announces by its title. */
export const picture = ({ width, height, wide = false }: Size, title: string, content: Element[]): Element =>
  s(
    'svg',
    {
      className: wide ? ['wide'] : undefined,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      ariaLabel: title,
      fill: 'none',
      stroke: 'none',
      fontSize: 11,
    },
    [s('title', title), ...content],
  ) as Element

export const line = (from: readonly [number, number], to: readonly [number, number], className: string): Element =>
  s('line', {
    className: [className],
    x1: round(from[0]),
    y1: round(from[1]),
    x2: round(to[0]),
    y2: round(to[1]),
    stroke: 'currentColor',
  }) as Element

export const dot = (at: readonly [number, number], className: string, r = 3.5): Element =>
  s('circle', { className: [className], cx: round(at[0]), cy: round(at[1]), r, fill: 'currentColor' }) as Element

/** A path as a library has made it. */
export const path = (d: string | null, className: string): Element =>
  s('path', { className: [className], d: d ?? '', stroke: 'currentColor' }) as Element

export const round = (value: number): number => Math.round(value * 10) / 10
