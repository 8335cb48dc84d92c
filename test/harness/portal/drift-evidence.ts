import { evidence } from '../../core/record/memory.ts'
import { fileOf } from './a-certificate.ts'

const COLUMNS = [
  'age',
  'income',
  'debt',
  'amount',
  'assets',
  'time',
  'home',
  'job',
  'records',
  'marital',
  'price',
  'expenses',
]

/** A monthly run of drift-compare about the newest version of a model, as text; income drifts away. */
export function driftEvidence(name: string, month: number, file = `weights of ${name} 5`): string {
  const finishedAt = new Date(Date.UTC(2025, 10 + month, 1, 6)).toISOString().replace('.000', '')
  const limit = 0.2
  const columns = COLUMNS.map((column, n) => {
    const effect = column === 'income' ? 0.05 + month * 0.02 : 0.02 + ((n * 7 + month * 3) % 9) / 100
    return {
      column,
      kind: 'numeric' as const,
      status: effect > limit ? ('fail' as const) : ('pass' as const),
      method: 'percentile-shift',
      effect,
      limit,
      interval: [Math.max(0, effect - 0.03), effect + 0.03] as [number, number],
      pValue: 1,
      adjustedPValue: 1,
      reported: { psi: effect / 2 },
      missing: { reference: 0, current: 0 },
    }
  })
  const made = evidence('drift-compare', {
    subject: [fileOf(file)],
    verdict: columns.some(({ status }) => status === 'fail') ? 'failed' : 'passed',
    checks: columns.map(({ column, status, effect }) => ({
      id: `drift.${column}`,
      title: `Distribution of ${column}`,
      status,
      measured: { value: effect },
      required: { comparator: '<=', value: limit },
      reason:
        status === 'fail' ? `Expected a shift of at most ${limit} but found ${effect}` : 'It stays within its limit',
    })),
    run: { startedAt: finishedAt, finishedAt },
  })
  const result = {
    rows: { reference: 3117, current: 1337 },
    alpha: 0.05,
    level: 0.9,
    limits: { effect: limit, missingChange: 0.05, unseenShare: 0.01 },
    tests: 12,
    methods: [{ id: 'percentile-shift', title: 'Percentile shift', variant: 'over the deciles' }],
    columns,
  }
  return JSON.stringify({ ...made, result })
}
