import type { Evidence } from '../../core/evidence.ts'
import type { Metric } from '../metrics.ts'

/** Most that are logged of one decision, and the longest key that MLflow takes. */
const MOST = 5000
const LONGEST = 250
const STATUSES = ['pass', 'warn', 'fail', 'inconclusive'] as const

/**
 * What gates found, as metrics of a run: `proofmark.<gate>.passed` is 1 or 0, `proofmark.<gate>.checks.<status>` counts checks, and
 * `proofmark.<gate>.<check>` is what a check measured, where that is a number.
 */
export function metricsOf(evidence: readonly Evidence[], at: Date): Metric[] {
  const found = new Map<string, number>()
  for (const { gate, verdict, checks } of evidence) {
    found.set(keyOf(gate, 'passed'), verdict === 'passed' ? 1 : 0)
    for (const status of STATUSES)
      found.set(keyOf(gate, `checks.${status}`), checks.filter(check => check.status === status).length)
    for (const { id, measured } of checks) {
      const key = keyOf(gate, id)
      // Of two ids that MLflow cannot tell apart, the first; what is no finite number, its databases cannot hold.
      if (typeof measured?.value === 'number' && Number.isFinite(measured.value) && !found.has(key))
        found.set(key, measured.value)
    }
  }
  return [...found].slice(0, MOST).map(([key, value]) => ({ key, value, timestamp: at.getTime(), step: 0 }))
}

/** Letters, digits, `_`, `-`, `.`, blanks and colons are what every MLflow takes in a key; a slash it may read as a folder. */
const keyOf = (gate: string, what: string) =>
  `proofmark.${gate}.${what}`.replaceAll(/[^\p{L}\p{N}_.\- :]/gu, '_').slice(0, LONGEST)
