import type { Check } from '../../evidence.ts'
import type { MetricValue } from './read-metrics.ts'
import { type MetricRule, ruleFor } from './tolerance.ts'

/** A metric before and after. */
export interface MetricRow {
  readonly file: string
  readonly name: string
  readonly before: MetricValue | undefined
  readonly after: MetricValue | undefined
}

/** Metrics of both sides, by file and name, in their order. */
export function pairMetrics(
  before: ReadonlyMap<string, ReadonlyMap<string, MetricValue>>,
  after: ReadonlyMap<string, ReadonlyMap<string, MetricValue>>,
): MetricRow[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return files.flatMap(file => {
    const [old, now] = [before.get(file), after.get(file)]
    const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])]
    return names.map(name => ({ file, name, before: old?.get(name), after: now?.get(name) }))
  })
}

/** Holds a metric against what it was. What is missing or not finite on either side tells nothing, so it never passes. */
export function compareMetric({ file, name, before, after }: MetricRow, rules: readonly MetricRule[]): Check {
  const { absolute, relative, direction } = ruleFor(rules, file, name)
  const shared = { id: `metric.${file}:${name}`, title: `${name} (${file})`, locations: [{ file }] }
  const untold = (reason: string, hint: string): Check => ({ ...shared, status: 'inconclusive', reason, hint })
  if (before === undefined || after === undefined)
    return untold(
      `Expected ${name} on both sides but it is missing ${before === undefined ? 'before' : 'after'}`,
      before === undefined
        ? 'A new metric has nothing to be held against: it counts from the next comparison on'
        : 'Write it again, or take it out of dvc.yaml',
    )
  if (typeof before === 'string' || typeof after === 'string') {
    if (before === after) return { ...shared, status: 'pass', reason: `${name} is still '${after}'` }
    return untold(`Expected numbers but ${name} went from '${before}' to '${after}'`, 'Write numbers as metrics')
  }
  if (!Number.isFinite(before) || !Number.isFinite(after))
    return untold(
      `Expected finite numbers but ${name} went from ${before} to ${after}`,
      'Find out why the metric is not finite',
    )
  const difference = after - before
  const allowed = Math.max(absolute, relative * Math.abs(before))
  const worse = direction === 'higher' ? -difference : direction === 'lower' ? difference : Math.abs(difference)
  const passes = worse <= allowed
  const changed = `${name} went from ${before} to ${after} (${difference > 0 ? '+' : ''}${Number(difference.toPrecision(6))})`
  return {
    ...shared,
    status: passes ? 'pass' : 'fail',
    measured: { value: difference },
    required:
      direction === 'higher'
        ? { comparator: '>=', value: -allowed }
        : direction === 'lower'
          ? { comparator: '<=', value: allowed }
          : { comparator: 'between', value: [-allowed, allowed] },
    reason: passes
      ? changed
      : `Expected ${name} to change by at most ${Number(allowed.toPrecision(6))}${direction === 'same' ? '' : ' for the worse'} but ${changed}`,
    ...(passes ? {} : { hint: `Mend the model, or allow it: --tolerance ${name}=…` }),
  }
}
