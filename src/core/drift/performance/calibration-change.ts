import type { Check } from '../../evidence.ts'
import { logOdds } from '../../model/calibration/log-odds.ts'
import { type LogisticFit, logisticFit } from '../../model/calibration/logistic-fit.ts'
import type { TwoClasses } from '../../model/task.ts'
import { normal } from '../../stats/index.ts'
import { figure } from '../figure.ts'
import type { PerformanceResult } from './result.ts'

type Line = NonNullable<NonNullable<PerformanceResult['calibration']>['current']>

interface CalibrationChange {
  readonly checks: readonly Check[]
  readonly calibration?: NonNullable<PerformanceResult['calibration']>
}

/**
 * Whether probabilities mean what they meant: intercept and slope of the labels' logistic regression on the scores' log odds, each held
 * against the reference's by a normal test of two independent estimates, p-values doubled for there are two. It warns and does not
 * block: whether a change does harm is for the metrics to say.
 */
export function calibrationChange(
  reference: TwoClasses,
  current: TwoClasses,
  { alpha, level }: { readonly alpha: number; readonly level: number },
): CalibrationChange {
  const [before, now] = [fitOf(reference), fitOf(current)]
  const calibration = {
    ...(before ? { reference: lineOf(before, level) } : {}),
    ...(now ? { current: lineOf(now, level) } : {}),
  }
  if (!before || !now) return { checks: [], calibration }
  const pValue = (i: 0 | 1, change: number) =>
    Math.min(1, 4 * normal.sf(Math.abs(change) / Math.hypot(before.errors[i], now.errors[i])))
  const slope = now.slope - before.slope
  const p = { intercept: pValue(0, now.intercept - before.intercept), slope: pValue(1, slope) }
  const changed = Math.min(p.intercept, p.slope) <= alpha
  const [low, high] = lineOf(now, level).slopeInterval
  const reach = normal.isf((1 - level) / 2) * Math.hypot(before.errors[1], now.errors[1])
  const told = (of: LogisticFit) => `intercept ${figure(of.intercept)} and slope ${figure(of.slope)}`
  const check: Check = {
    id: 'predictions.calibration',
    title: 'predictions: calibrated as in the reference',
    status: changed ? 'warn' : 'pass',
    measured: {
      value: slope,
      interval: [slope - reach, slope + reach],
      level,
      method: 'change of the slope of a logistic recalibration, wald',
      n: reference.scores.length + current.scores.length,
      pValue: p.slope,
    },
    reason: `Expected scores to mean what they meant ${changed ? 'but' : 'and'} found ${told(before)} → ${told(now)} [${figure(low)}, ${figure(high)}] in log odds, where 0 and 1 are perfect (p of the change ${figure(p.intercept)} and ${figure(p.slope)})`,
    ...(changed ? { hint: 'Calibrate the scores anew on current rows, and look at the threshold again' } : {}),
  }
  return { checks: [check], calibration }
}

const fitOf = ({ labels, scores }: TwoClasses) => logisticFit(labels, scores.map(logOdds))

function lineOf({ intercept, slope, errors }: LogisticFit, level: number): Line {
  const z = normal.isf((1 - level) / 2)
  return {
    intercept,
    interceptInterval: [intercept - z * errors[0], intercept + z * errors[0]],
    slope,
    slopeInterval: [slope - z * errors[1], slope + z * errors[1]],
  }
}
