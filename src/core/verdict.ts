import { z } from 'zod'

/** Outcome of one check. `inconclusive`: we cannot tell; it never counts as passed. */
export const Status = z.enum(['pass', 'warn', 'fail', 'inconclusive'])
export type Status = z.infer<typeof Status>

/** Outcome of a gate or a certification. */
export const Verdict = z.enum(['passed', 'failed', 'inconclusive'])
export type Verdict = z.infer<typeof Verdict>

/** The worst status decides, fail > inconclusive > warn > pass; warn passes. Nothing checked is inconclusive, never passed. */
export function verdictOf(statuses: readonly Status[]): Verdict {
  if (statuses.includes('fail')) return 'failed'
  if (statuses.length === 0 || statuses.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

/** The worst of several verdicts; of none, inconclusive. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('failed')) return 'failed'
  if (verdicts.length === 0 || verdicts.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}
