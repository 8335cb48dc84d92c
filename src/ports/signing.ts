import type { KeyKind, KeyPair } from '../core/record/key-pair.ts'
import type { Signatory } from '../core/record/statement/chain.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import type { SignatureVerdict } from '../core/record/trust/signed-by.ts'
import type { Signer, SigningKey } from './signer.ts'

/** How a workflow signs without a key of its own. */
export interface Keyless {
  /** Certificate authority that knows the forge's identity tokens (Fulcio). */
  readonly fulcioUrl: string
  /** Whom the identity token is for. */
  readonly audience: string
  /** Whether a private repository's name may appear in Sigstore's public logs. */
  readonly mayPublish: boolean
}

export interface OpenOptions {
  /** Wanted where the reference is `keyless`. */
  readonly keyless?: Keyless | undefined
}

/** Who testifies to a signature besides the signer. */
export interface SealOptions {
  /** Address of a time-stamp authority (RFC 3161), which sees a hash of the signature and nothing else. */
  readonly timestampAuthority?: string | undefined
  /** A Rekor log, for signatures with a certificate; it publishes the certificate, so who signed. */
  readonly rekor?: { readonly url: string; readonly version: 1 | 2 } | undefined
}

export interface VerifyOptions {
  /** A key's window will be held against the time of a log: a signature without a time of its own is not refused for that. */
  readonly logTimeComes?: boolean | undefined
}

/** Bytes signed and verified as a Sigstore bundle v0.3 that carries one DSSE envelope with one signature. */
export interface Signing {
  generate(kind: KeyKind): Promise<KeyPair>
  /**
   * What signs, by the text of an unencrypted private key in PEM, the address of a key in a token or a key service, or `keyless`.
   * Every failure is a `UserError`; messages never quote a key.
   */
  open(reference: string, options?: OpenOptions): Promise<Signer>
  /** A bundle (JSON text) over `payload`. Every failure of a signer or a witness is a `UserError`: there is no bundle without what was asked for. */
  seal(payload: Uint8Array, payloadType: string, signer: Signer, options?: SealOptions): Promise<string>
  /** The payload of a bundle that somebody trusted has signed, or why it is refused. Never throws for a bad bundle, only for trust that cannot be read. */
  verify(bundle: string, trust: LoadedTrust, options?: VerifyOptions): Promise<SignatureVerdict>
  /** Who signs with a key, for reports: the key itself by its digest, or the workflow that its certificate names. */
  signatory(key: SigningKey): Promise<Signatory>
  /** The public half of a private key, PEM (SPKI), and the SHA-256 of its DER. */
  publicKey(privateKey: string): Promise<{ readonly pem: string; readonly sha256: string }>
}
