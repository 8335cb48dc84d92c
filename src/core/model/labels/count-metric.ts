import { sumMetric } from '../estimators/sum-metric.ts'
import type { MetricInfo } from '../metric.ts'
import type { LabelCounts } from './label-counts.ts'
import type { MultilabelEvaluation } from './multilabel-evaluation.ts'

/** A metric of how often each label is given rightly and wrongly. */
export const countMetric = ({
  value,
  ...info
}: Omit<MetricInfo, 'better' | 'range'> & { value(counts: LabelCounts): number }) =>
  sumMetric<MultilabelEvaluation>({
    ...info,
    better: 'higher',
    range: [0, 1],
    columns: ({ truth, predicted }) =>
      truth.flatMap((own, label) => {
        const given = predicted[label] ?? own
        return [
          own.map((is, row) => is * (given[row] ?? 0)),
          own.map((is, row) => (1 - is) * (given[row] ?? 0)),
          own.map((is, row) => is * (1 - (given[row] ?? 0))),
        ]
      }),
    value(...sums) {
      const of = (part: number) => sums.filter((_, i) => i % 3 === part)
      return value({ tp: of(0), fp: of(1), fn: of(2) })
    },
  })
