import type { Pointer } from '../../core/record/promotion/pointer.ts'
import type { PromotionStep } from '../../core/record/promotion/promotion-step.ts'
import { type Verdict, worstVerdict } from '../../core/verdict.ts'
import type { Verification } from '../verify.ts'

/** How it ended. `not-logged`: production points where it should, but the log does not say so yet. */
export type PromotionOutcome =
  | 'promoted'
  | 'demoted'
  | 'already-there'
  | 'refused'
  | 'unverifiable'
  | 'conflict'
  | 'undone'
  | 'not-logged'

/** What came of a promotion or demotion. */
export interface Promotion {
  readonly outcome: PromotionOutcome
  readonly verdict: Verdict
  readonly target: string
  readonly steps: readonly PromotionStep[]
  /** What was asked of the certificate, where one was. */
  readonly verification?: Verification | undefined
  /** The pointer as it was written, or as it stood already. */
  readonly pointer?: Pointer | undefined
  /** What else was done or seen on the way. */
  readonly notes: readonly string[]
  /** What went wrong after production was pointed elsewhere. */
  readonly error?: unknown
}

/** The last steps of a promotion, and what went wrong in them. */
export type Ended = Pick<Promotion, 'steps' | 'error'>

/** The result with its verdict: passed only where every step was. */
export function concludePromotion(result: Omit<Promotion, 'verdict'>): Promotion {
  return { ...result, verdict: worstVerdict(result.steps.map(step => step.status)) }
}
