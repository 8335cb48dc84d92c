import type { MetricInfo } from './metric.ts'
import type { Parameter } from './parameter.ts'

/** How many of the first count: `recall@5`. */
export const firstOnes = <Evaluation extends { readonly k: number }>(
  named: (k: number) => Pick<MetricInfo, 'id' | 'title'>,
  written?: RegExp,
): Parameter<Evaluation> => ({
  expected: 'a whole number of at least 1',
  accepts: k => Number.isInteger(k) && k >= 1,
  ...(written ? { written } : {}),
  named,
  with: (model, k) => ({ ...model, k }),
})
