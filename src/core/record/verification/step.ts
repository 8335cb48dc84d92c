import type { Verdict } from '../../verdict.ts'

/** One question a verification asks of a certificate. `inconclusive`: there was nothing to verify. */
export interface Step {
  readonly id: 'bundle' | 'signature' | 'statement' | 'files' | 'no-extra-files' | 'model-id' | 'evidence' | 'validity'
  readonly title: string
  readonly status: Verdict
  /** One sentence: expected and found. */
  readonly reason: string
  /** What to do next. */
  readonly hint?: string
}
