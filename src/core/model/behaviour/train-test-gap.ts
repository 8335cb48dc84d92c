import type { Check } from '../../evidence.ts'
import { defineBehaviour } from '../behaviour.ts'
import { isOnMetric } from '../claims/claim.ts'
import { judge } from '../claims/judge.ts'
import { rowsNeeded } from '../claims/rows-needed.ts'
import type { Estimate } from '../estimate.ts'
import { formatNumber } from '../format.ts'
import type { MetricInfo } from '../metric.ts'
import { tellingMetric } from '../telling-metric.ts'

/** The share of its value on the training rows that a metric may lose on others. */
const MOST_LOST = 0.1

/** Whether the metrics that claims are about are as good on the hold-out as on the rows that the model was trained on. */
export const trainTestGap = defineBehaviour({
  id: 'train-test-gap',
  title: 'As good on the hold-out as on the training rows',
  check({ trial, train, claims }) {
    if (!train) return []
    const { task, settings } = trial
    const claimed = new Set(claims.filter(isOnMetric).map(({ metric }) => metric.id))
    const telling = tellingMetric(task)
    if (claimed.size === 0 && telling) claimed.add(telling.id)
    const metrics = task.metrics.filter(({ id, better }) => claimed.has(id) && better !== 'zero')
    const ids = metrics.map(({ id }) => id)
    const here = trial.judge(undefined, settings.level, ids)
    const there = task.judge(train.rows, undefined, settings, { only: ids })
    return metrics.map(metric =>
      gapCheck(metric, there.challenger.get(metric.id), here.challenger.get(metric.id), here),
    )
  },
})

function gapCheck(
  metric: MetricInfo,
  train: Estimate | undefined,
  test: Estimate | undefined,
  { level, rows }: { level: number; rows: number },
): Check {
  const check = {
    id: `train-test-gap.${metric.id}`,
    title: `${metric.title} no worse than on the training rows (10 %)`,
  }
  if (!train?.interval || !test?.interval || train.value === null || test.value === null)
    return {
      ...check,
      status: 'inconclusive',
      reason: `There is no interval of ${metric.title} on both the training rows and the hold-out`,
      hint: 'Give more rows of both, or claim a metric that is defined on them',
    }
  const sign = metric.better === 'lower' ? -1 : 1
  const lost = sign * (train.value - test.value)
  const [better, worse] = sign > 0 ? [train, test] : [test, train]
  const [upper, lower] = [better.interval ?? [0, 0], worse.interval ?? [0, 0]]
  // Squares added of the two distances to the near ends (Donner and Zou 2012), as Newcombe's interval does.
  const interval = [
    lost - Math.hypot((better.value ?? 0) - upper[0], lower[1] - (worse.value ?? 0)),
    lost + Math.hypot(upper[1] - (better.value ?? 0), (worse.value ?? 0) - lower[0]),
  ] as const
  const bar = MOST_LOST * Math.abs(train.value)
  const status = judge(interval, '<=', bar)
  const ends = interval.map(end => formatNumber(end, bar)).join(', ')
  return {
    ...check,
    status,
    measured: { value: lost, interval: [...interval], level, method: 'square-and-add of both intervals', n: rows },
    required: { comparator: '<=', value: bar },
    reason: `${metric.title} is ${formatNumber(train.value)} on the training rows and ${formatNumber(test.value)} on the hold-out; the interval of what is lost [${ends}] ${{ pass: 'lies at or below', fail: 'lies above', inconclusive: 'contains', warn: 'contains' }[status]} ${formatNumber(bar)}`,
    ...(status === 'fail' ? { hint: 'The model knows its training rows by heart: simplify or regularise it' } : {}),
    ...(status === 'inconclusive' ? { hint: rowsNeeded(lost, interval, bar, rows) } : {}),
  }
}
