import type { Checkpoint } from '../core/record/log/checkpoint.ts'
import type { Leaf, LeafType } from '../core/record/log/leaf.ts'

/** A log that was read whole and verified. */
export interface ReadRecord {
  readonly leaves: readonly Leaf[]
  readonly documents: ReadonlyMap<string, string>
  readonly witnessed: {
    /** Entries that the quorum of witnesses stands for; without a quorum, all that are signed. */
    readonly size: number
    /** By when those who make the quorum had seen no more. */
    readonly asOf?: Date
    readonly witnesses: readonly string[]
    readonly checkpoint: Checkpoint
  }
  /** Root of the tree of its first entries, at most as many as are signed. */
  readonly rootOf: (size: number) => Uint8Array
}

/** The log, as one who writes to it and reads all of it needs it. Every failure, also of what it holds, is a `UserError`. */
export interface RecordLog {
  /** Where it is, for messages: `acme/governance@proofmark-log`. */
  readonly name: string
  /**
   * Every entry up to a verified checkpoint, in order, and those documents of entries of these types that are kept with them, by digest
   * (`sha256:…`), each with the bytes of its digest.
   */
  read(documentsOf: readonly LeafType[]): Promise<ReadRecord>
  /** Appends an entry and its document, once: where an entry for the document is there already, nothing is written. */
  append(leaf: Leaf, document: string): Promise<void>
}
