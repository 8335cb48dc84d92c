import { studentT } from '../../stats/index.ts'
import { clusteredMean } from '../../stats/intervals/clustered-mean.ts'
import { defineBehaviour } from '../behaviour.ts'
import { cheapestThreshold, costOf } from '../costs/cheapest-threshold.ts'
import { dependence } from '../dependence.ts'
import { formatNumber } from '../format.ts'
import { halvesOf } from '../predictions/halves-of.ts'
import type { TwoClasses } from '../task.ts'

/**
 * Whether another threshold would cost less: each half of the rows is decided by the threshold that is cheapest on the other, so that the
 * saving is not read off the rows that chose it.
 */
export const thresholdChoice = defineBehaviour({
  id: 'threshold-choice',
  title: 'A threshold that costs no more than need be',
  check({ trial, own }) {
    const { task, settings, rows } = trial
    const { costs, threshold, level } = settings
    if (!costs || !task.twoClasses || dependence(settings) !== undefined) return []
    if (trial.judge(undefined, level, []).shortage !== undefined) return []
    const classes = task.twoClasses(rows, settings)
    const halves = halvesOf(own.ids)
    const chosen = [0, 1].map(half =>
      cheapestThreshold(
        part(classes, row => halves[row] !== half),
        costs,
      ),
    )
    const savings = classes.scores.map((score, row) => {
      const label = classes.labels[row] ?? 0
      const other = chosen[halves[row] ?? 0] ?? threshold
      return costOf(label, score >= threshold, costs) - costOf(label, score >= other, costs)
    })
    const { mean, standardError, df } = clusteredMean(savings)
    const reach = studentT(df).isf((1 - level) / 2) * standardError
    const interval: [number, number] = [mean - reach, mean + reach]
    const best = cheapestThreshold(classes, costs)
    const saves = interval[0] > 0
    const words = `[${interval.map(end => formatNumber(end)).join(', ')}]`
    return [
      {
        id: 'threshold-choice',
        title: `No threshold costs less than ${threshold}`,
        status: saves ? 'warn' : 'pass',
        measured: { value: mean, interval, level, method: 'student-t, thresholds chosen on the other half', n: rows.n },
        required: { comparator: '<=', value: 0 },
        reason: saves
          ? `A threshold of about ${formatNumber(best)} would cost ${formatNumber(mean)} ${words} less per row`
          : `Nothing shows that another threshold would cost less: ${formatNumber(mean)} ${words} per row`,
        ...(saves ? { hint: "Choose the threshold on rows that are not the hold-out, and set 'threshold' to it" } : {}),
      },
    ]
  },
})

function part({ labels, scores }: TwoClasses, belongs: (row: number) => boolean): TwoClasses {
  return { labels: labels.filter((_, row) => belongs(row)), scores: scores.filter((_, row) => belongs(row)) }
}
