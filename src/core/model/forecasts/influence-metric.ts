import { type Gap, isGap } from '../estimators/gap.ts'
import type { InfluenceForm } from '../forms/form.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import type { ForecastEvaluation } from './forecast-evaluation.ts'

/** A smooth function of weighted means, by what each row adds to it. */
interface Smooth {
  readonly value: number
  /** How far a little more weight on each row moves the value: sums to 0. */
  readonly influence: Float64Array
}

interface OfErrors extends MetricInfo {
  smooth(model: ForecastEvaluation, weights: Float64Array): Smooth | Gap
}

/** A metric of forecasts with Student's interval from the influence of blocks of time, of which there may be too few to draw them again. */
export const influenceMetric = ({ smooth, ...info }: OfErrors): Metric<ForecastEvaluation> => ({
  ...info,
  estimate(model) {
    const found = smooth(model, new Float64Array(model.n).fill(1))
    if (isGap(found)) return { value: null, n: 0, ...found }
    const { value } = found
    return Number.isNaN(value)
      ? { value: null, n: model.n, gap: 'it is undefined on these rows' }
      : { value, n: model.n }
  },
  form(model, weights) {
    const found = smooth(model, weights ?? new Float64Array(model.n).fill(1))
    return isGap(found)
      ? found
      : ({ kind: 'influence', ...found, standing: standing(model.errors) } satisfies InfluenceForm)
  },
})

/** Rows without an error stand alike, and rows of two models with equal errors. */
const standing = (errors: Float64Array) => errors.map(error => (error === 0 ? 0 : 2 + Math.abs(error)))
