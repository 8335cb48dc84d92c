import type { Account, Named } from './account.ts'

/** What consent must be to, and whose own consent is not enough. */
export interface Occasion {
  /** The model id. */
  readonly model: string
  /** The commit that is certified: in a pull request its head. */
  readonly commit?: string | undefined
  /** A commit of the very same files, which counts as this one: the head of the pull request whose merge it is. */
  readonly sameFilesAs?: string | undefined
  /** Who opened the pull request, and who wrote or committed its commits. */
  readonly authors: readonly Account[]
  /** Why somebody unknown may be among the authors; a phrase each, `commit 3f2ac01 is by an e-mail address of no account`. */
  readonly unknownAuthors: readonly string[]
  /** Who started the run that certifies; nobody where the run answers a review, which starts it by being given. */
  readonly triggers: readonly Named[]
  /** Who asked for the waivers that were applied. */
  readonly waiverRequesters: readonly Named[]
  /** Reviews that stood once and count no more, for the reason; a phrase each. */
  readonly setAside?: readonly string[]
}
