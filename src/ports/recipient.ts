import type { Evidence } from '../core/evidence.ts'
import type { Pointer } from '../core/record/promotion/pointer.ts'
import type { Revocation } from '../core/record/promotion/revocation.ts'
import type { RevokedCertificate } from '../core/record/promotion/revoked-certificate.ts'
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
  /** Whether what it points at was found to be certified, at the target, when it was pointed there; undefined where nobody asked. */
  readonly certified?: boolean | undefined
  /** It was there already, and may have been told before. */
  readonly again?: boolean | undefined
  readonly at: Date
}

/** A certificate, or every signature of a key, counts for nothing any more. */
export interface ToldRevocation {
  readonly kind: 'revocation'
  readonly revocation: Revocation
  /** Those that it takes, as far as they are known, in the log's order. */
  readonly certificates: readonly RevokedCertificate[]
  /** Targets that, by the log, still point at what is revoked. */
  readonly targets: readonly string[]
  /** It was logged before, and may have been told then. */
  readonly again?: boolean | undefined
  readonly at: Date
}

/** Somebody has looked at where a target points: `proofmark watch`. */
export interface ToldLook {
  readonly kind: 'look'
  readonly target: string
  /** `passed`: at what is certified now, or at nothing. */
  readonly verdict: Verdict
  readonly at: Date
}

/** What is told. */
export type Told = ToldCertification | ToldPromotion | ToldRevocation | ToldLook

/** Somewhere outside that hears of decisions. Every failure is a `UserError`. */
export interface Recipient {
  /** For messages: `Pushgateway http://localhost:9091`. */
  readonly name: string
  /** Tells it; gives what was written there, for the log, or undefined where it does not care for what was told. */
  tell(told: Told): Promise<string | undefined>
}

/** Opens those that the settings name. One that cannot be opened says so when it is told. */
export interface Recipients {
  open(connections: Settings['connections']): Promise<readonly Recipient[]>
}
