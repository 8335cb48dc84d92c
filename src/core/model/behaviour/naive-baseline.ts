import { defineBehaviour } from '../behaviour.ts'
import { lies, measuredOf } from '../claims/answer.ts'
import { tellingMetric } from '../telling-metric.ts'

/** Whether the model does better than a guess that knows nothing of the row: no claim may ask for it, yet nobody would promote one that does not. */
export const naiveBaseline = defineBehaviour({
  id: 'naive-baseline',
  title: 'Beats a naive baseline',
  check({ trial }) {
    const metric = tellingMetric(trial.task)
    if (!metric) return []
    const judged = trial.judge(undefined, trial.settings.level, [metric.id])
    const estimate = judged.challenger.get(metric.id)
    if (!estimate?.interval || estimate.value === null || judged.shortage !== undefined) return []
    const { interval } = estimate
    const beats = interval[0] > metric.naive
    return [
      {
        id: 'naive-baseline',
        title: `${metric.title} above that of a guess, ${metric.naive}`,
        status: beats ? 'pass' : 'warn',
        measured: measuredOf(estimate, judged.level),
        required: { comparator: '>', value: metric.naive },
        reason: `The interval ${lies({ interval }, '>', metric.naive)} ${metric.naive}, which a guess gets that knows nothing of the row`,
        ...(beats
          ? {}
          : { hint: "Check that 'label', 'positive' and 'score' name what belongs together, and the model" }),
      },
    ]
  },
})
