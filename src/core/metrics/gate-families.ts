import type { Evidence } from '../evidence.ts'
import { Verdict } from '../verdict.ts'
import { checkFamilies } from './check-families.ts'
import type { MetricFamily } from './metric-family.ts'

/** What one gate has found. `labels` are those of its group: repo, model, gate. */
export function gateFamilies(evidence: Evidence, labels: Readonly<Record<string, string>>): MetricFamily[] {
  const [started, finished] = [Date.parse(evidence.run.startedAt), Date.parse(evidence.run.finishedAt)]
  const one = (name: string, help: string, value: number): MetricFamily => ({
    name,
    help,
    samples: [{ labels, value }],
  })
  return [
    one(
      'proofmark_gate_passed',
      'Whether the gate passed in its last run: 1 if so, 0 if it failed or could not tell.',
      evidence.verdict === 'passed' ? 1 : 0,
    ),
    {
      name: 'proofmark_gate_verdict',
      help: 'Verdict of the last run of the gate: 1 for the one that it is, 0 for the others.',
      samples: Verdict.options.map(verdict => ({
        labels: { ...labels, verdict },
        value: verdict === evidence.verdict ? 1 : 0,
      })),
    },
    ...checkFamilies(evidence.checks, labels),
    one(
      'proofmark_gate_duration_seconds',
      'How long the last run of the gate took.',
      Math.max(0, finished - started) / 1000,
    ),
    one('proofmark_gate_last_run_timestamp_seconds', 'When the last run of the gate ended.', finished / 1000),
  ]
}
