import type { Source } from '../content/source.ts'

/** One file of an archive, as both of its headers describe it. */
export interface Member {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc32: number
  /** Bytes of its content. */
  readonly size: number
  /** Where its stored or deflated bytes are, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** A zip archive by its structure; no content has been read. */
export interface Archive {
  readonly source: Source
  /** In the order of the central directory; all that can be found where there is a fault. */
  readonly members: readonly Member[]
  /** Bytes that its deflated members say they inflate to together. */
  readonly inflated: number
  /** The first thing in which readers of zip archives may differ; continues `Expected a zip archive that every reader takes alike but`. */
  readonly fault: string | undefined
}

/** Notes a deviation; reading goes on, for a loader may go on too. */
export type Report = (fault: string) => void
