import type { Resource } from './statement-shape.ts'

/** Who signed, as far as the one who signs knows: a public key by its digest, or a workflow by its name. */
export type Signatory =
  | { readonly kind: 'key' /** SHA-256 of the public key's DER (SPKI). */; readonly sha256: string }
  | {
      readonly kind: 'workflow' /** `https://github.com/owner/name/.github/workflows/file.yml@refs/heads/main`. */
      readonly name: string
    }

/** What a signed decision stands on, and where it stands itself: each link by its digest, so that a reader can follow it. */
export interface Chain {
  readonly policy: { readonly uri: string; readonly sha256: string; readonly commit?: string | undefined }
  /** Evidence files that were decided on. */
  readonly evidence: readonly Resource[]
  /** SHA-256 of the signed document. */
  readonly sha256: string
  readonly signatory: Signatory
  /** SHA-256 of the certificate that it replaces; null where it says that it replaces none, absent of a refusal. */
  readonly supersedes?: string | null
  /** The entry of the log; absent where it was entered in none. */
  readonly entry?: ChainEntry
}

export interface ChainEntry {
  /** The log, by its origin line. */
  readonly origin: string
  readonly index: number
  /** Entries of the tree that the proof leads to, and its root, base64. */
  readonly size: number
  readonly root: string
  /** File with the proof, where it was kept. */
  readonly proof?: string
}
