import type { CertifiedModel } from './pointer.ts'
import type { Revocation } from './revocation.ts'

/** A certificate as the log has it. `unknown`: its text is not kept in the log, so its validity cannot be told. */
export interface CertificateLife {
  /** SHA-256 of its bytes. */
  readonly sha256: string
  /** When it was logged. */
  readonly at: string
  readonly notBefore?: string
  readonly notAfter?: string
  /** When somebody has to look at the model again. */
  readonly reviewBy?: string
  readonly state: 'valid' | 'early' | 'expired' | 'revoked' | 'unknown'
  readonly revocation?: Revocation
}

/** The time in which production pointed at a model at one target. */
export interface Stay {
  readonly target: string
  readonly kind: 'promotion' | 'demotion'
  readonly from: string
  /** Absent while it still does. */
  readonly until?: string
  readonly by?: string
  readonly reason?: string
}

/** A refusal, a waiver, an approval or a review: what the log and its document say of it. */
export interface LifeEvent {
  readonly type: 'refusal' | 'waiver' | 'approval' | 'review'
  readonly at: string
  /** When it ends by itself, e.g. of a waiver. */
  readonly until?: string
  /** In a few words: `data-owner, by carol`. */
  readonly text: string
}

/** One model, that is: one set of bytes, from its first certificate or refusal on. */
export interface ModelLife {
  /** The model id. */
  readonly id: string
  readonly name: string
  readonly certificates: readonly CertificateLife[]
  readonly stays: readonly Stay[]
  readonly events: readonly LifeEvent[]
}

/** Where production points by the log, and whether it should. */
export interface TargetLife {
  readonly target: string
  /** Null for nothing. */
  readonly to: Pick<CertifiedModel, 'id' | 'name'> | null
  readonly at: string
  /** SHA-256 of the pointer's bytes. */
  readonly pointer: string
  readonly problem?: 'revoked' | 'expired' | 'uncertified'
}

/** Everything that the log says of models. */
export interface Life {
  readonly models: readonly ModelLife[]
  readonly targets: readonly TargetLife[]
  readonly revocations: readonly Revocation[]
  /** The time it was told at, for what is valid and what is due. */
  readonly now: string
}
