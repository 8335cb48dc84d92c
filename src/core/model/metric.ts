import type { Estimate } from './estimate.ts'
import type { Gap } from './estimators/gap.ts'
import type { Form } from './forms/form.ts'
import type { Parameter } from './parameter.ts'

/** What a metric is, whatever the task. */
export interface MetricInfo {
  readonly id: string
  readonly title: string
  /** Other names for it in claims, lower case, words joined by hyphens. */
  readonly aliases?: readonly string[]
  /** Which values are better: `zero` where both signs are as bad. */
  readonly better: 'higher' | 'lower' | 'zero'
  /** What the value can lie between. */
  readonly range: readonly [least: number, greatest: number]
  /** What a guess that knows nothing of the row gets, where the metric tells a model from one. */
  readonly naive?: number
  /** Of a metric with a number of its own in place of the settings': of which one, and the number. */
  readonly variant?: { readonly of: string; readonly value: number }
}

/** A number that says how good a model is, computed from what its task makes of the rows. */
export interface Metric<Evaluation> extends MetricInfo {
  /** On one model, with a two-sided interval at `level` where there is a sound one; without one, `form` gives it. */
  estimate(model: Evaluation, level: number): Estimate
  /** Gain of the challenger over the champion on the same rows in the same order, where there is a better method than by form. */
  readonly compare?: (challenger: Evaluation, champion: Evaluation, level: number) => Estimate
  /**
   * The metric as a function of all rows: what gives it an interval and makes it comparable by a bootstrap, and what weights
   * and clusters are laid on. Only an `influence` form needs the weights.
   */
  readonly form?: (model: Evaluation, weights?: Float64Array) => Form | Gap
  /** Its form is no mean over the rows, and takes long: two models are not tested by it for being equally good. */
  readonly untested?: true
  /** What a claim can ask it with: the k of `ndcg@10`. */
  readonly parameter?: Parameter<Evaluation>
}

export const isComparable = <E>({ better, compare, form }: Metric<E>): boolean =>
  better !== 'zero' && (compare !== undefined || form !== undefined)

/** Damage that a claim without a margin of its own allows: 0.01, or for a loss 2 % of the champion's. */
export const defaultMargin = (metric: MetricInfo, champion: number): number =>
  metric.better === 'lower' ? 0.02 * Math.abs(champion) : 0.01
