import type { MetricInfo } from './metric.ts'

/** A number that a claim can give a metric in place of the settings': the 10 of `ndcg@10`. */
export interface Parameter<Evaluation> {
  /** What it can be, for a message: `a whole number of at least 1`. */
  readonly expected: string
  accepts(value: number): boolean
  /** Another way to write the metric with the number, its first group: `top-5 accuracy`, `f2`. Sticky. */
  readonly written?: RegExp
  /** What the metric is called with it. */
  named(value: number): Pick<MetricInfo, 'id' | 'title'>
  /** The model, to be looked at with it. */
  with(model: Evaluation, value: number): Evaluation
}
