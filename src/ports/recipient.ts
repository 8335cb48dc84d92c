import type { Evidence } from '../core/evidence.ts'
import type { Pointer } from '../core/record/promotion/pointer.ts'
import type { CommandName } from '../core/settings/inputs.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Verdict } from '../core/verdict.ts'

/** A run of gates that has ended, with what was decided on it, where that was asked for. */
export interface ToldCertification {
  readonly kind: 'certification'
  readonly command: CommandName
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  readonly model: {
    readonly name?: string | undefined
    readonly version?: string | undefined
    readonly id?: string | undefined
  }
  /** Files of the record, as they were written to the output folder: the certificate or refusal first, then `SHA256SUMS`, evidence, report. */
  readonly record: readonly { readonly name: string; readonly content: Uint8Array }[]
  /** SHA-256 of the certificate's bytes; undefined where none was signed. */
  readonly certificate?: string | undefined
  /** Until when the certificate holds, RFC 3339. */
  readonly notAfter?: string | undefined
  /** SHA-256 of the policy that was decided by. */
  readonly policy?: string | undefined
  readonly at: Date
}

/** Production was pointed at another model, or back. */
export interface ToldPromotion {
  readonly kind: 'promotion'
  readonly pointer: Pointer
  readonly at: Date
}

/** What is told. */
export type Told = ToldCertification | ToldPromotion

/** Somewhere outside that hears of decisions. Every failure is a `UserError`. */
export interface Recipient {
  /** For messages: `Pushgateway http://localhost:9091`. */
  readonly name: string
  /** Tells it; gives what was written there, for the log, or undefined where it does not care for what was told. */
  tell(told: Told): Promise<string | undefined>
}

/** Opens those that the settings name. */
export interface Recipients {
  open(connections: Settings['connections']): Promise<readonly Recipient[]>
}
