import type { Pointer } from '../../core/record/promotion/pointer.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Promotion } from '../promotion/promotion.ts'

/** One target, as it was found. */
export interface Watched {
  readonly target: string
  /** `failed`: it points at what nobody certified, or at what no certificate stands for any more; `inconclusive`: that cannot be told. */
  readonly verdict: Verdict
  /** What was found, a sentence without its end. */
  readonly found: string
  readonly hint?: string | undefined
  /** The pointer there, where there is one of ours. */
  readonly pointer?: Pointer | undefined
  /** What came of pointing it back, where that was asked for and there was something to go back to. */
  readonly reverted?: Promotion | undefined
}

/** What a look at all targets gave. */
export interface Watch {
  /** RFC 3339. */
  readonly at: string
  /** Undefined where no log is kept. */
  readonly log: string | undefined
  readonly targets: readonly Watched[]
  /** `inconclusive` where there was no target to look at, too: then nothing was checked. */
  readonly verdict: Verdict
}
