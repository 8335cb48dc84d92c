import { dieboldMariano, studentT } from '../../stats/index.ts'
import type { Estimate } from '../estimate.ts'
import { isSpread } from '../is-spread.ts'
import type { Design } from './design.ts'
import type { MeanForm } from './form.ts'

/** How far a little more weight on each row would move the mean. */
export function influenceOfMean({ values }: MeanForm, { weights }: Design): Float64Array {
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? values.length
  const share = (row: number) => (weights?.[row] ?? 1) / total
  const mean = values.reduce((sum, value, row) => sum + share(row) * value, 0)
  return values.map((value, row) => share(row) * (value - mean))
}

/**
 * The gain of one forecast over another, decided by Diebold and Mariano's test where the settings say how many steps ahead the
 * forecasts were made: all series of one time are one difference, and these depend on each other up to a horizon apart. Where fewer
 * than ten times differ from the rest, the variance says nothing, and the gain stays as it was found.
 */
export function gainOfForecasts(gain: Estimate, influence: Float64Array, { forecast, level }: Design): Estimate {
  const { value } = gain
  if (!forecast || value === null) return gain
  const { moments, horizon } = forecast
  if (horizon >= moments.count) {
    const { interval: _, method: __, ...rest } = gain
    return { ...rest, gap: `the forecasts were made ${horizon} steps ahead, and there are ${moments.count} times` }
  }
  const byTime = new Float64Array(moments.count).fill(value)
  for (const [row, moved] of influence.entries()) {
    const time = moments.codes[row] ?? 0
    byTime[time] = (byTime[time] ?? 0) + moments.count * moved
  }
  if (!isSpread(byTime)) return gain
  const { standardError, df, pValue, variance } = dieboldMariano(byTime, horizon)
  const reach = studentT(df).isf((1 - level) / 2) * standardError
  const window = variance === 'bartlett' ? ', Bartlett’s window' : ''
  return {
    ...gain,
    interval: [value - reach, value + reach],
    standardError,
    method: `diebold-mariano (${horizon} ${horizon === 1 ? 'step' : 'steps'} ahead, Harvey–Leybourne–Newbold${window})`,
    equality: { test: 'diebold-mariano', pValue },
  }
}
