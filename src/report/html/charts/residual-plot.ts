import type { Element } from 'hast'
import { s } from 'hastscript'
import type { ModelResult } from '../../../core/model/result.ts'
import { line, plot, round } from './plot.ts'

type Residuals = NonNullable<ModelResult['residuals']>

const SIZE = { width: 480, height: 276 }

/** How many rows have which error, predicted less true; none lies at the dashed line. The outer bars take what lies beyond. */
export function residualPlot({ histogram: { from, to, rows } }: Residuals): Element {
  const margin = to > from ? 0 : 0.5
  const [low, high] = [Math.min(from, 0) - margin, Math.max(to, 0) + margin]
  const width = (to - from || 1) / rows.length
  const start = to > from ? from : from - margin
  const axes = {
    size: SIZE,
    title: 'Errors',
    x: { domain: [low, high] as const, title: 'predicted less true' },
    y: { domain: [0, Math.max(1, ...rows)] as const, title: 'rows' },
  }
  return plot(axes, ({ x, y }) => [
    ...rows.map(
      (count, bin) =>
        s('rect', {
          className: ['current'],
          x: round(x(start + bin * width) + 0.5),
          y: round(y(count)),
          width: round(Math.max(0.5, x(start + (bin + 1) * width) - x(start + bin * width) - 1)),
          height: round(y(0) - y(count)),
          fill: 'currentColor',
        }) as Element,
    ),
    line([x(0), y(0)], [x(0), y(Math.max(1, ...rows))], 'naive'),
  ])
}
