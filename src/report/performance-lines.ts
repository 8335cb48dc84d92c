import type { PerformanceResult } from '../core/drift/performance/result.ts'
import { count, formatLimit, formatNumber } from './numbers.ts'

/** What became of the numbers that may stop the gate; of estimates, what they rest on. */
export function performanceLines({ metrics, decisions, rows, assumption }: PerformanceResult): string[] {
  const judged = [...metrics, decisions].flatMap(({ title, reference, current, limit }) =>
    reference === undefined || current === undefined || limit === undefined
      ? []
      : [`${title} ${formatNumber(reference)} → ${formatNumber(current)} (limit ${formatLimit(limit)})`],
  )
  return [
    `predictions: ${count(rows.reference, 'row')} against ${count(rows.current, 'row')}: ${judged.join(', ')}`,
    ...(assumption === undefined ? [] : [`performance is ${assumption}`]),
  ]
}
