import type { DvcOutput } from './output.ts'

/** What is not right about a file where it was looked for. */
export interface DvcFinding {
  /** Of the file, from the root of the DVC repository. */
  readonly path: string
  readonly pointer: string
  readonly line: number
  /** `unknown`: it could not be told. */
  readonly status: 'missing' | 'changed' | 'untracked' | 'unknown'
  /** One sentence. */
  readonly reason: string
}

/** What came of looking for outputs in one place: the workspace, the cache, a remote. */
export interface DvcChecked {
  /** For sentences: `the workspace`, `the remote store`. */
  readonly place: string
  readonly outputs: number
  /** Files and objects that are right there. */
  readonly files: number
  /** Whether their bytes were read, or only that they are there. */
  readonly content: boolean
  /** Where times were trusted: the files whose bytes were read, and those that have the times of when they were. */
  readonly reading?: { readonly read: number; readonly trusted: number }
  readonly findings: readonly DvcFinding[]
  /** What is not kept there by design: imports, outputs without a cache. */
  readonly passedOver: readonly { readonly output: DvcOutput; readonly why: string }[]
}
