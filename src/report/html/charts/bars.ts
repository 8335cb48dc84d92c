import { scaleBand, scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { picture, round } from './plot.ts'

/** Shares of one side, and the class that colours them. */
export interface BarSeries {
  readonly name: string
  readonly shares: readonly number[]
  readonly className: string
}

interface Bars {
  readonly title: string
  readonly series: readonly BarSeries[]
  readonly width?: number
  readonly height?: number
}

/** Shares as bars, those of several sides beside each other. */
export function bars({ title, series, width = 150, height = 36 }: Bars): Element {
  const bins = Math.max(...series.map(({ shares }) => shares.length))
  const highest = Math.max(...series.flatMap(({ shares }) => shares)) || 1
  const place = scaleBand<number>(
    Array.from({ length: bins }, (_, bin) => bin),
    [0, width],
  ).paddingInner(series.length > 1 ? 0.25 : 0.12)
  const up = scaleLinear([0, highest], [0, height - 2])
  const wide = place.bandwidth() / series.length
  return picture(
    { width, height },
    title,
    series.flatMap(({ shares, className }, side) =>
      shares.map(
        (share, bin) =>
          s('rect', {
            className: [className],
            x: round((place(bin) ?? 0) + side * wide),
            y: round(height - up(share)),
            width: round(wide),
            height: round(up(share)),
            fill: 'currentColor',
          }) as Element,
      ),
    ),
  )
}
