import { visible } from '../markdown/escape.ts'
import { hatch } from './hatch.ts'
import type { Layout } from './layout.ts'
import { markShape } from './mark-shape.ts'

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
        `<line class="grid" x1="${x}" y1="${plot.top}" x2="${x}" y2="${plot.bottom}"/><text class="tick" x="${x}" y="${plot.top - 8}" text-anchor="${anchor(x, plot)}">${escapeHtml(label)}</text>`,
    ),
    ...drawn.lanes.flatMap(({ y, bars, marks }) => [
      ...bars.map(
        ({ kind, title: said, x, width: w }) =>
          `<rect class="bar ${kind}" x="${x}" y="${y - BAR / 2}" width="${w}" height="${BAR}" rx="2"${kind === 'revoked' ? ` fill="url(#${id}-hatch)"` : ''}><title>${escapeHtml(said)}</title></rect>`,
      ),
      ...marks.map(
        ({ kind, title: said, x }) =>
          `<path class="mark ${kind}" transform="translate(${x} ${y})" d="${markShape(kind)}"><title>${escapeHtml(said)}</title></path>`,
      ),
    ]),
    `<line class="today" x1="${today}" y1="${plot.top - 2}" x2="${today}" y2="${plot.bottom}"/><path class="today-head" transform="translate(${today} ${plot.top - 4}) rotate(180)" d="${markShape('today')}"><title>Today</title></path>`,
    // Last, so that no line runs through a name.
    ...drawn.titles.map(({ y, text }) => `<text class="model" x="6" y="${y}">${escapeHtml(text)}</text>`),
    ...drawn.lanes.map(
      ({ label }) =>
        `<text class="label" x="${label.x}" y="${label.y}" text-anchor="${label.x < plot.left ? 'end' : 'start'}">${escapeHtml(label.text)}</text>`,
    ),
    '</svg>',
  ].join('\n')
}

/** At the edges a label leans inwards. */
const anchor = (x: number, { left, right }: Layout['plot']) =>
  x < left + 20 ? 'start' : x > right - 20 ? 'end' : 'middle'
