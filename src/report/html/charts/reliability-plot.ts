import type { Element } from 'hast'
import type { Calibration } from '../../../core/model/result.ts'
import { dot, line, plot } from './plot.ts'

const SIZE = { width: 330, height: 270 }

/** What happened against what was predicted, with intervals; a calibrated model lies on the diagonal. */
export function reliabilityPlot({ bins, level }: Calibration): Element {
  const most = Math.max(...bins.flatMap(({ predicted, interval }) => [predicted, interval[1]]))
  const domain = [0, most] as const
  const title = `Reliability, ${Math.round(level * 100)} % intervals`
  const axes = { size: SIZE, title, x: { domain, title: 'predicted' }, y: { domain, title: 'observed' } }
  return plot(axes, ({ x, y }) => [
    line([x(0), y(0)], [x(most), y(most)], 'naive'),
    ...bins.flatMap(({ predicted, observed, interval: [low, high] }) => [
      line([x(predicted), y(low)], [x(predicted), y(high)], 'whisker'),
      dot([x(predicted), y(observed)], 'point'),
    ]),
  ])
}
