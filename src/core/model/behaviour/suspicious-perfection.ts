import { defineBehaviour } from '../behaviour.ts'
import { formatNumber } from '../format.ts'
import { tellingMetric } from '../telling-metric.ts'

/** As near to the best there can be as this, a model has probably seen the answers. */
const NEAR = 0.001

/** Whether the model is too good to be true: the usual cause is a label that leaked into the features, or hold-out rows that it was trained on. */
export const suspiciousPerfection = defineBehaviour({
  id: 'suspicious-perfection',
  title: 'Not too good to be true',
  check({ trial }) {
    const metric = tellingMetric(trial.task)
    if (!metric) return []
    const judged = trial.judge(undefined, trial.settings.level, [metric.id])
    const value = judged.challenger.get(metric.id)?.value
    if (value === null || value === undefined || judged.shortage !== undefined) return []
    const bar = metric.range[1] - NEAR
    const suspicious = value >= bar
    return [
      {
        id: 'suspicious-perfection',
        title: `${metric.title} below ${bar}`,
        status: suspicious ? 'warn' : 'pass',
        measured: { value, n: judged.rows },
        required: { comparator: '<', value: bar },
        reason: suspicious
          ? `${metric.title} is ${formatNumber(value, 1)}: almost no real model is as good on rows that it has not seen`
          : `${metric.title} is ${formatNumber(value, bar)}`,
        ...(suspicious
          ? {
              hint: "Look for a feature that holds the answer, and for hold-out rows in the training data: give 'train'",
            }
          : {}),
      },
    ]
  },
})
