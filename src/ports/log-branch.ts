/** Files to put on a branch and files to take away, as one commit. */
export interface BranchChange {
  readonly message: string
  readonly additions: readonly { readonly path: string; readonly content: Uint8Array }[]
  readonly deletions: readonly string[]
}

/** A branch that holds the log's files and nothing else, as a forge or a git server keeps it. Every failure is a `UserError`. */
export interface LogBranch {
  /** Where it is, for messages: `acme/governance@proofmark-log`. */
  readonly name: string
  /** Commit that the branch points at now; undefined where there is no such branch. */
  head(): Promise<string | undefined>
  /** A file's bytes as of a commit; undefined where there is none. */
  read(commit: string, path: string): Promise<Uint8Array | undefined>
  /** Paths of all files as of a commit. */
  list(commit: string): Promise<string[]>
  /**
   * Moves the branch from `parent` to a new commit on it, if it still points there: a compare-and-swap. Without a parent the branch is
   * made, with a first commit of its own. `conflict`: it points elsewhere by now. `lost`: the answer never came, so the commit may
   * or may not stand; look before trying again.
   */
  commit(parent: string | undefined, change: BranchChange): Promise<{ readonly commit: string } | 'conflict' | 'lost'>
}

/** Where a log's branch is kept: in a repository of the forge, or behind the address of any git remote. */
export type LogPlace =
  | { /** `owner/name`. */ readonly repository: string; readonly branch: string }
  | { /** A git remote: an address, or a folder. */ readonly remote: string; readonly branch: string }

/** Opens logs, wherever they are kept. */
export interface Logs {
  open(place: LogPlace): LogBranch
}
