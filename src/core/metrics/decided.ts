import type { Evidence } from '../evidence.ts'
import type { Verdict } from '../verdict.ts'

/** A run that has ended, as far as its metrics tell of it. */
export interface Decided {
  readonly command: string
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  readonly model: {
    readonly name?: string | undefined
    readonly version?: string | undefined
    readonly id?: string | undefined
  }
  /** SHA-256 of the certificate's bytes; undefined where none was signed. */
  readonly certificate?: string | undefined
  /** Until when it holds, RFC 3339. */
  readonly notAfter?: string | undefined
  /** SHA-256 of the policy. */
  readonly policy?: string | undefined
  readonly at: Date
}
