import { curveLinear, curveStepAfter, line as lineThrough } from 'd3-shape'
import type { Element } from 'hast'
import { line, path, plot } from './plot.ts'

interface Curve {
  readonly title: string
  readonly x: string
  readonly y: string
  /** Heights at 0, 1/n, …, 1. */
  readonly heights: readonly number[]
  /** What a model that knows nothing would show: the diagonal, or a height. */
  readonly naive: 'diagonal' | number
}

const SIZE = { width: 330, height: 270 }

/** A curve of two rates, with that of a guess beside it. Between two points of a ROC curve lie those of guessing between them; of precision they do not. */
export function curvePlot({ title, x, y, heights, naive }: Curve): Element {
  const last = heights.length - 1
  return plot({ size: SIZE, title, x: { domain: [0, 1], title: x }, y: { domain: [0, 1], title: y } }, scales => {
    const draw = lineThrough<number>()
      .x((_, i) => Math.round(scales.x(i / last) * 10) / 10)
      .y(height => Math.round(scales.y(height) * 10) / 10)
      .curve(naive === 'diagonal' ? curveLinear : curveStepAfter)
    const [from, to] = naive === 'diagonal' ? [0, 1] : [naive, naive]
    return [
      line([scales.x(0), scales.y(from)], [scales.x(1), scales.y(to)], 'naive'),
      path(draw([...heights]), 'curve'),
    ]
  })
}
