import { clopperPearson, normal } from '../../stats/index.ts'
import { seeded } from '../../stats/random/seeded.ts'
import type { Calibration } from '../result.ts'
import type { TwoClasses } from '../task.ts'
import { type Bin, binsOf } from './bins.ts'
import { calibrationError } from './calibration-error.ts'
import { logOdds } from './log-odds.ts'
import { logisticFit } from './logistic-fit.ts'
import { seedOf } from './seed-of.ts'
import { spiegelhalter } from './spiegelhalter.ts'

/** Whether probabilities happen as often as they say, by four measures, each interval two-sided at `level`. */
export function calibrate(classes: TwoClasses, level: number): Calibration {
  const { labels, scores } = classes
  const fit = logisticFit(labels, scores.map(logOdds))
  const z = normal.isf((1 - level) / 2)
  const around = (value: number, error: number) => ({
    value,
    interval: [value - z * error, value + z * error] satisfies [number, number],
  })
  const bins = binsOf(classes)
  const test = spiegelhalter(classes)
  const { raw, expected, value, interval, pValue } = calibrationError(
    bins,
    seeded(seedOf(scores), 'calibration'),
    level,
  )
  return {
    level,
    ...(fit ? { intercept: around(fit.intercept, fit.errors[0]), slope: around(fit.slope, fit.errors[1]) } : {}),
    ...(test ? { spiegelhalter: test } : {}),
    error: { value, interval: [...interval], raw, expected, pValue },
    bins: bins.map(bin => rowOf(bin, level)),
  }
}

function rowOf({ rows, expected, observed }: Bin, level: number) {
  const { lower, upper } = clopperPearson(observed, rows, level)
  return {
    rows,
    predicted: expected / rows,
    observed: observed / rows,
    interval: [lower, upper] satisfies [number, number],
  }
}
