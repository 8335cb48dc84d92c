import type { KeyWindow } from './key-window.ts'
import type { WorkflowIdentity } from './workflow-identity.ts'

/** Who signed, of those who are trusted, under the name that the trust gives them. */
export type SignedBy =
  | {
      readonly kind: 'key'
      readonly name: string
      /** SHA-256 of the public key's DER (SPKI). */
      readonly sha256: string
    }
  | ({ readonly kind: 'identity'; readonly name: string } & WorkflowIdentity)

/** A time that somebody else than the signer vouches for. */
export interface TrustedTime {
  readonly at: Date
  /** A time-stamp authority (RFC 3161), or a log's promise (Rekor v1). */
  readonly kind: 'time-stamp' | 'log'
  /** Its name, for reports. */
  readonly by: string
}

/** A payload and what is known of its signature. */
export interface Signed {
  readonly payload: Uint8Array
  readonly payloadType: string
  readonly signedBy: SignedBy
  /** When it was signed, at the latest. */
  readonly signedAt?: TrustedTime
  /** The key's window that is still to be held against the time of the log, where the caller said that one is coming. */
  readonly window?: KeyWindow
}

/** A signature that holds, or why it does not. */
export type SignatureVerdict = Signed | { readonly refused: string }
