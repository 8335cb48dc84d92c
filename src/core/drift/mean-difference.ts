import { normal } from '../stats/index.ts'
import type { Column } from './column.ts'
import { folded } from './folded.ts'
import type { Measurement } from './method.ts'
import { shown } from './shown.ts'
import { spread } from './spread.ts'

/** A test of two means: p, and the difference of the means with its two-sided interval. */
interface MeansTest {
  readonly pValue: number
  readonly difference: number
  readonly interval: { readonly lower: number; readonly upper: number }
}

/** The difference of the means in standard deviations of the reference, judged by a test of them. */
export function meanDifference(
  { kind, reference: { numbers: x }, current: { numbers: y } }: Column,
  alpha: number,
  test: (current: Float64Array, reference: Float64Array, options: { level: number }) => MeansTest,
): Measurement | undefined {
  if (x.length < 2 || y.length < 2) return undefined
  const unit = spread(x) || 1
  const { pValue, difference, interval } = test(y, x, { level: 1 - 2 * alpha })
  const { interval: wider } = test(y, x, { level: 1 - alpha })
  const inUnits = ({ lower, upper }: typeof interval) => ({ lower: lower / unit, upper: upper / unit })
  const effect = Math.abs(difference) / unit
  const spreadOfCurrent = spread(y) / unit
  return {
    effect,
    n: x.length + y.length,
    values: `mean ${kind === 'datetime' ? `moved by ${shown(difference, 'numeric')} s` : `moved by ${shown(difference, 'numeric')}, σ ${shown(spread(x), 'numeric')}`}`,
    inference: {
      interval: folded(inUnits(interval), inUnits(wider)),
      pValue,
      testable: x[0] !== x.at(-1) || y[0] !== y.at(-1) || x[0] !== y[0],
      rows: { reference: x.length, current: y.length },
      upperAt: (n, m, drifted) =>
        (drifted ? effect : 0) + normal.isf(alpha) * Math.sqrt(Math.sign(spread(x)) / n + spreadOfCurrent ** 2 / m),
    },
  }
}
