import type { Check } from '../evidence.ts'
import { Status } from '../verdict.ts'
import type { MetricFamily, MetricSample } from './metric-family.ts'

/** Checks of one gate whose numbers become series: a table of a thousand columns must not fill a shared Prometheus. */
export const MOST_SCORES = 200

const WORST_FIRST: Readonly<Record<Status, number>> = { fail: 0, inconclusive: 1, warn: 2, pass: 3 }

/** What a gate's checks measured and required, where these are numbers; those that hold the model up first, then by their order. */
export function checkFamilies(checks: readonly Check[], labels: Readonly<Record<string, string>>): MetricFamily[] {
  const numbers = new Map<string, Check>()
  for (const check of checks)
    if (typeof check.measured?.value === 'number' && !numbers.has(check.id)) numbers.set(check.id, check)
  const shown = [...numbers.values()]
    .toSorted((a, b) => WORST_FIRST[a.status] - WORST_FIRST[b.status])
    .slice(0, MOST_SCORES)
  const scores = shown.flatMap(({ id, measured }): MetricSample[] =>
    typeof measured?.value === 'number' ? [{ labels: { ...labels, metric: id }, value: measured.value }] : [],
  )
  const thresholds = shown.flatMap(({ id, required }): MetricSample[] =>
    typeof required?.value === 'number'
      ? [{ labels: { ...labels, metric: id, comparator: required.comparator }, value: required.value }]
      : [],
  )
  return [
    {
      name: 'proofmark_gate_score',
      help: 'What a check of the gate measured, in the unit of the check.',
      samples: scores,
    },
    {
      name: 'proofmark_gate_threshold',
      help: 'What the check required, in the same unit; the comparator says on which side.',
      samples: thresholds,
    },
    {
      name: 'proofmark_gate_scores_left_out',
      help: `Checks with a number that are no series, because a gate shows ${MOST_SCORES} at most.`,
      samples: [{ labels, value: numbers.size - shown.length }],
    },
    {
      name: 'proofmark_gate_checks',
      help: 'Checks of the last run of the gate, by status.',
      samples: Status.options.map(status => ({
        labels: { ...labels, status },
        value: checks.filter(check => check.status === status).length,
      })),
    },
  ]
}
