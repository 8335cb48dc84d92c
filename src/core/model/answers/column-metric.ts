import { unset } from '../estimators/gap.ts'
import { meanMetric } from '../estimators/mean-metric.ts'
import type { MetricInfo } from '../metric.ts'
import type { AnswerColumn, AnswersEvaluation } from './answers-evaluation.ts'
import { itemMeans } from './item-means.ts'

type OfColumn = Omit<MetricInfo, 'better'> & { readonly column: AnswerColumn }

/** A metric that is the mean of a column of answers, every item counting the same. */
export const columnMetric = ({ column, ...info }: OfColumn) =>
  meanMetric<AnswersEvaluation>({
    ...info,
    better: 'lower',
    rows({ items, columns }) {
      const values = columns.get(column)
      return values ? itemMeans(items, values) : unset(column)
    },
  })
