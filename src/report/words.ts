import type { Status, Verdict } from '../core/verdict.ts'

/** How a status and a verdict look, everywhere the same. */
export const STATUS_SIGN: Record<Status, string> = { fail: '❌', inconclusive: '🟡', warn: '⚠️', pass: '✅' }
export const VERDICT_SIGN: Record<Verdict, string> = { failed: '❌', inconclusive: '🟡', passed: '✅' }

export const VERDICT_WORD: Record<Verdict, string> = {
  failed: 'Failed',
  inconclusive: 'Inconclusive',
  passed: 'Passed',
}

/** The order in which people want to read. */
export const STATUS_ORDER: readonly Status[] = ['fail', 'inconclusive', 'warn', 'pass']

export const STATUS_PLURAL: Record<Status, string> = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
}
