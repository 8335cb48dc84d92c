import type { Evidence } from '../core/evidence.ts'
import type { Status } from '../core/verdict.ts'
import { count, formatNumber } from './numbers.ts'
import { STATUS_ORDER, STATUS_PLURAL, VERDICT_WORD } from './words.ts'

/** One line that says how a gate ended and what decided: `Failed: 2 failed, 1 undecided, 14 passed`. */
export function verdictLine(evidence: Evidence): string {
  return `${VERDICT_WORD[evidence.verdict]}: ${tally(evidence.checks.map(check => check.status))}`
}

/** `2 failed, 14 passed`, worst first. */
export function tally(statuses: readonly Status[]): string {
  const parts = STATUS_ORDER.map(status => ({ status, n: statuses.filter(other => other === status).length })).filter(
    ({ n }) => n > 0,
  )
  if (parts.length === 0) return 'nothing was checked'
  const [only] = parts
  if (parts.length === 1 && only?.status === 'pass')
    return only.n === 1 ? 'the check passed' : `all ${count(only.n, 'check')} passed`
  return parts.map(({ status, n }) => `${formatNumber(n)} ${STATUS_PLURAL[status]}`).join(', ')
}
