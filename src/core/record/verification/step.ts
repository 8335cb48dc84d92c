import type { Verdict } from '../../verdict.ts'

/** The questions, in the order in which they are asked. */
export const STEPS = [
  'bundle',
  'signature',
  'statement',
  'model-name',
  'policy',
  'files',
  'no-extra-files',
  'model-id',
  'evidence',
  'validity',
  'log',
  'logged',
  'key-window',
  'not-revoked',
] as const
export type StepId = (typeof STEPS)[number]

/** One question a verification asks of a certificate. `inconclusive`: there was nothing to verify. */
export interface Step {
  readonly id: StepId
  readonly title: string
  readonly status: Verdict
  /** One sentence: expected and found. */
  readonly reason: string
  /** What to do next. */
  readonly hint?: string
}
