import type { BaseRepository } from './base-repository.ts'
import type { FileOnRef } from './file-on-ref.ts'
import type { Issues } from './issues.ts'
import type { PullRequestPeople } from './pull-request-people.ts'

/** A check run as GitHub takes it; `annotations` may be of any number. */
export interface CheckRun {
  readonly name: string
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly title: string
  readonly summary: string
  readonly text?: string
  readonly annotations: readonly Annotation[]
}

export interface Annotation {
  readonly path: string
  readonly line: number
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

/** A check run of ours that stands on a commit, whoever of our jobs wrote it. */
export interface StandingCheckRun {
  readonly name: string
  readonly conclusion: CheckRun['conclusion']
  readonly summary: string
  readonly title: string
  readonly url: string
}

/** The forge where results are shown and certificates are kept. Every failure is a `UserError`; a missing permission is named. */
export interface Forge extends PullRequestPeople, Issues, BaseRepository {
  /** A file as it stands on a ref (`refs/heads/main`) of any repository the token may read; none is a failure. */
  readFile(repository: string, ref: string, path: string): Promise<FileOnRef>
  /** Creates the check run on the head commit; returns its address. */
  createCheckRun(run: CheckRun): Promise<string>
  /** Our newest check run per name on the head commit. */
  standingCheckRuns(): Promise<StandingCheckRun[]>
  /** The oldest comment on the pull request that our own account wrote and that starts with `marker`. */
  findComment(marker: string): Promise<{ id: number; body: string } | undefined>
  /** Returns the new comment's id. */
  createComment(body: string): Promise<number>
  updateComment(id: number, body: string): Promise<void>
  deleteComment(id: number): Promise<void>
  /** Head commit of the pull request as it stands now. */
  currentHead(): Promise<string>
  /** Draft, upload every asset, publish; the finished release's address. */
  release(tag: string, notes: string, assets: readonly ReleaseAsset[]): Promise<string>
  /** Assets of this name in published releases, newest release first, each at most `maxBytes` long; at most `count` of them. */
  releasedAssets(name: string, options: { count: number; maxBytes: number }): Promise<ReleasedAsset[]>
  /** Puts a bundle in the forge's own store of attestations; returns its number there. */
  attest(bundle: string): Promise<number>
}

export interface ReleaseAsset {
  readonly name: string
  readonly content: Uint8Array
}

export interface ReleasedAsset {
  /** Tag of its release. */
  readonly tag: string
  readonly url: string
  readonly content: Uint8Array
}
