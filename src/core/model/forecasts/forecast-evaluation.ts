import type { RegressionEvaluation } from '../errors/regression-evaluation.ts'

/** Forecasts on the hold-out, with what the naive forecast's errors were on the history of each row's series. */
export interface ForecastEvaluation extends RegressionEvaluation {
  /** Mean size of the naive forecast's errors; NaN of a series without a history that changes. Absent without a history. */
  readonly scales?: Float64Array
  /** Mean square of them. */
  readonly squaredScales?: Float64Array
}
