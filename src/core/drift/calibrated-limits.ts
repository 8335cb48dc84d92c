import type { Settings } from '../settings/schema.ts'
import type { Measured } from './measure-columns.ts'
import { limitFor } from './method-for.ts'
import type { Calibration } from './result.ts'

/** Standard deviations above their mean that the reference's own chunks seldom reach. */
const DEVIATIONS = 3

/** What was measured of one column of one chunk against the whole reference. */
export type ChunkEffect = Pick<Measured, 'column' | 'method'> & { readonly effect: number }

/**
 * Limits that allow for how much the reference differs from itself: of each column the mean and three standard deviations of the
 * effects of its chunks, where that is more than the limit set. A limit never falls.
 */
export function calibratedLimits(
  chunks: readonly (readonly ChunkEffect[])[],
  rows: number,
  settings: Settings['drift'],
): { settings: Settings['drift']; calibration: Calibration } {
  const [first = []] = chunks
  const raised = first.flatMap(({ column, method }) => {
    const effects = chunks.flatMap(chunk => chunk.filter(one => one.column.name === column.name).map(one => one.effect))
    const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length
    const variance = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / (effects.length - 1)
    const [from, to] = [limitFor({ column, method }, settings), mean + DEVIATIONS * Math.sqrt(variance)]
    return to > from ? [{ column: column.name, from, to }] : []
  })
  return {
    settings: {
      ...settings,
      limits: { ...settings.limits, ...Object.fromEntries(raised.map(({ column, to }) => [column, to])) },
    },
    calibration: { chunks: chunks.length, rows, raised },
  }
}
