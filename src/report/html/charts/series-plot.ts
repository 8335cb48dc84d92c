import { scaleLinear } from 'd3-scale'
import { line as lineThrough } from 'd3-shape'
import type { Element } from 'hast'
import type { SeriesRow } from '../../../core/drift/series/result.ts'
import { dot, path, picture, round } from './plot.ts'

const WIDTH = 360
const HEIGHT = 56

/** Judged buckets in time: what was found, what was expected, and where a rule has flagged. */
export function seriesPlot({ name, bins, flaggedCount }: SeriesRow): Element {
  const values = bins.flatMap(({ value, expected }) => [value, expected]).filter(value => value !== null)
  const [low, high] = [Math.min(0, ...values), Math.max(...values, 0)]
  const x = scaleLinear([0, Math.max(1, bins.length - 1)], [4, WIDTH - 4])
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - 6, 6])
  const through = (read: (bin: SeriesRow['bins'][number]) => number | null) =>
    lineThrough<SeriesRow['bins'][number]>()
      .defined(bin => read(bin) !== null)
      .x((_, i) => round(x(i)))
      .y(bin => round(y(read(bin) ?? 0)))([...bins])
  return picture({ width: WIDTH, height: HEIGHT }, `${name}: judged in time, ${flaggedCount} flagged`, [
    path(
      through(({ expected }) => expected),
      'naive',
    ),
    path(
      through(({ value }) => value),
      'curve',
    ),
    ...bins.flatMap(({ value, flagged }, i) => (flagged > 0 ? [dot([x(i), y(value ?? 0)], 'point fail')] : [])),
  ])
}
