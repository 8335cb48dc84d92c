import type { Element } from 'hast'
import { s } from 'hastscript'
import { formatNumber, formatShare } from '../../numbers.ts'
import { picture, round } from './plot.ts'

interface ConfusionMatrix {
  /** Of the classes, in the order of lines and columns. */
  readonly names: readonly string[]
  /** Rows by true class, then by the predicted one. */
  readonly rows: readonly (readonly number[])[]
}

const LEFT = 170
const LONGEST = 22
/** Above level names and slanting ones, and to the right of the latter. */
const LOW = 44
const HIGH = 128
const OVERHANG = 90
/** A cell that is this wide holds a share beside its count, and a column a short name. */
const WIDE = 96

/** Truth by line, prediction by column: the stronger a cell's colour, the larger its share of its line. */
export function confusionPlot({ names, rows }: ConfusionMatrix): Element {
  const side = Math.max(34, Math.min(WIDE, 600 / names.length))
  const slants = side < WIDE || names.some(({ length }) => length > 14)
  const above = slants ? HIGH : LOW
  const end = LEFT + side * names.length
  const size = {
    width: end + (slants ? OVERHANG : 10),
    height: above + side * names.length + 6,
    wide: names.length > 6,
  }
  return picture(size, 'Confusion matrix: truth by line, prediction by column', [
    s('text', { className: ['axis'], x: LEFT - 8, y: above - 8, textAnchor: 'end' }, 'true \\ predicted') as Element,
    ...names.flatMap((name, i) => {
      const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1).toWellFormed()}…` : name
      const [x, y] = [round(LEFT + side * (i + 0.5)), above - 8]
      const slanting = { x, y, textAnchor: 'start', transform: `rotate(-45 ${x} ${y})` }
      return [
        s(
          'text',
          { className: ['name'], x: LEFT - 8, y: round(above + side * (i + 0.5) + 4), textAnchor: 'end' },
          text,
        ) as Element,
        s('text', { className: ['name'], ...(slants ? slanting : { x, y, textAnchor: 'middle' }) }, text) as Element,
      ]
    }),
    ...rows.flatMap((line, truth) => {
      const all = line.reduce((sum, count) => sum + count, 0)
      return line.flatMap((count, predicted) =>
        cell({ count, share: all === 0 ? 0 : count / all, x: LEFT + side * predicted, y: above + side * truth, side }),
      )
    }),
  ])
}

interface Cell {
  readonly count: number
  readonly share: number
  readonly x: number
  readonly y: number
  readonly side: number
}

/** Never so strong that its number cannot be read. */
function cell({ count, share, x, y, side }: Cell): Element[] {
  const box = { x: round(x + 1), y: round(y + 1), width: round(side - 2), height: round(side - 2) }
  const shown = side >= WIDE ? `${formatNumber(count)} (${formatShare(share)})` : formatNumber(count)
  return [
    s('rect', { className: ['current'], ...box, fill: 'currentColor', fillOpacity: round(4 * share) / 10 }) as Element,
    s('rect', { className: ['grid'], ...box, fill: 'none', stroke: 'currentColor' }) as Element,
    s('text', { x: round(x + side / 2), y: round(y + side / 2 + 4), textAnchor: 'middle' }, shown) as Element,
  ]
}
