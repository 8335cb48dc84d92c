import { meanMetric } from '../estimators/mean-metric.ts'
import type { Metric, MetricInfo } from '../metric.ts'
import type { RankedQuery, RankingEvaluation } from './ranking-evaluation.ts'

type PerQuery = Omit<MetricInfo, 'better' | 'range'> &
  Pick<Metric<RankingEvaluation>, 'parameter'> & { value(query: RankedQuery, k: number): number }

/** A metric that is the mean over the queries of a number from 0 to 1; queries are what is drawn, so rows of one are together. */
export const queryMetric = ({ value, ...info }: PerQuery) =>
  meanMetric<RankingEvaluation>({
    ...info,
    better: 'higher',
    range: [0, 1],
    rows: ({ queries, k }) => Float64Array.from(queries, query => value(query, k)),
  })
