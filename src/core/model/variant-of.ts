import type { Metric } from './metric.ts'

/** The metric with a number of its own in place of the settings', undefined where it takes none or not this one. */
export function variantOf<Evaluation extends object>(
  metric: Metric<Evaluation>,
  value: number,
): Metric<Evaluation> | undefined {
  const { parameter, compare, form } = metric
  if (!parameter?.accepts(value)) return undefined
  // The same model for the value, its interval and its comparison: what is known of it once is not found out again.
  const known = new WeakMap<Evaluation, Evaluation>()
  const seen = (model: Evaluation) => {
    const found = known.get(model) ?? parameter.with(model, value)
    known.set(model, found)
    return found
  }
  return {
    ...metric,
    ...parameter.named(value),
    aliases: [],
    variant: { of: metric.id, value },
    estimate: (model, level) => metric.estimate(seen(model), level),
    ...(compare ? { compare: (own, its, level) => compare(seen(own), seen(its), level) } : {}),
    ...(form ? { form: (model, weights) => form(seen(model), weights) } : {}),
  }
}
