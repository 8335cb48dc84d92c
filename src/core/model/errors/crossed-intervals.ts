import type { Check } from '../../evidence.ts'
import { collectFaults, faultCheck } from '../predictions/faults.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At } from '../predictions/reading.ts'

/** An inconclusive check where a prediction interval ends before it starts. */
export function crossedIntervals(
  { file, role }: PredictionSource,
  { lower, upper }: { readonly lower: Float64Array; readonly upper: Float64Array },
  at: At,
  column: string,
): Check[] {
  const faults = collectFaults()
  for (let row = 0; row < lower.length; row++)
    if ((upper[row] ?? 0) < (lower[row] ?? 0))
      faults.add('ending before it starts', at(row, column, 'below the lower end'))
  return faultCheck(faults, lower.length, {
    id: `${role}.intervals`,
    title: `Prediction intervals of ${file}`,
    expected: 'every prediction interval to end at or above its start',
    hint: "Set 'lower' and 'upper' to the columns of the two ends, the lower one first",
  })
}
