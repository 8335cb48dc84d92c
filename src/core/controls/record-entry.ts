import type { EntryKind } from './support.ts'

/** Something of the record, as far as controls ask for it. */
export interface RecordEntry {
  readonly kind: EntryKind
  /** In a few words, for people. */
  readonly text: string
  /** When it was made. */
  readonly at: string
  /** Whether it still counts: a revoked or an ended one does not. */
  readonly counts: boolean
  /** Path inside the output folder, or `log:` and the SHA-256 of the entry's document. */
  readonly file: string
  readonly sha256?: string
}
