import { visible } from '../markdown/escape.ts'
import { hatch } from './hatch.ts'
import type { Layout } from './layout.ts'

const BAR = 12

/** A text as HTML and SVG have it. */
export const escapeHtml = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A time line as inline SVG. What looks how is said by classes, so that a page's style holds for light, dark and paper; shapes differ too. */
export function svg(
  drawn: Layout,
  { id, title, description }: { readonly id: string; readonly title: string; readonly description: string },
): string {
  const { width, height, plot, today } = drawn
  const head = `<svg class="life ${id}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-about">`
  return [
    head,
    `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-about">${escapeHtml(description)}</desc>`,
    hatch(id),
    ...drawn.axis.map(
      ({ x, label }) =>
        `<path class="grid" d="M${x} ${plot.top}V${plot.bottom}"/><text class="tick" x="${x}" y="${plot.top - 8}" text-anchor="${anchor(x, plot)}">${escapeHtml(label)}</text>`,
    ),
    ...drawn.titles.map(({ y, text }) => `<text class="model" x="6" y="${y}">${escapeHtml(text)}</text>`),
    ...drawn.lanes.flatMap(({ y, label, bars, marks }) => [
      `<text class="label" x="${label.x}" y="${label.y}" text-anchor="${label.x < plot.left ? 'end' : 'start'}">${escapeHtml(label.text)}</text>`,
      ...bars.map(
        ({ kind, title: said, x, width: w }) =>
          `<rect class="bar ${kind}" x="${x}" y="${y - BAR / 2}" width="${w}" height="${BAR}" rx="2"${kind === 'revoked' ? ` fill="url(#${id}-hatch)"` : ''}><title>${escapeHtml(said)}</title></rect>`,
      ),
      ...marks.map(
        ({ kind, title: said, x }) =>
          `<path class="mark ${kind}" d="${SHAPE[kind](x, y)}"><title>${escapeHtml(said)}</title></path>`,
      ),
    ]),
    `<path class="today" d="M${today} ${plot.top - 2}V${plot.bottom}"/><path class="today-head" d="M${today - 4} ${plot.top - 6}h8l-4 6z"><title>Today</title></path>`,
    '</svg>',
  ].join('\n')
}

const SHAPE: Record<Layout['lanes'][number]['marks'][number]['kind'], (x: number, y: number) => string> = {
  approval: (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`,
  refusal: (x, y) => `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`,
  review: (x, y) => `M${x} ${y - 6}l6 6l-6 6l-6 -6z`,
  waiver: (x, y) => `M${x - 5} ${y - 5}h10v10h-10z`,
  revocation: (x, y) => `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`,
}

/** At the edges a label leans inwards. */
const anchor = (x: number, { left, right }: Layout['plot']) =>
  x < left + 20 ? 'start' : x > right - 20 ? 'end' : 'middle'
