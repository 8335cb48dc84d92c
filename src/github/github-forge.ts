import type { Forge } from '../ports.ts'
import { attest } from './attest.ts'
import { readFileAt } from './base-file.ts'
import { createComment, deleteComment, findComment, updateComment } from './comments.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { createCheckRun } from './create-check-run.ts'
import { fileOnRef } from './file-on-ref.ts'
import { identity } from './identity.ts'
import { closeIssue, findIssues, openIssue, updateIssue } from './issues.ts'
import { listFilesAt } from './list-files-at.ts'
import { mergedPullRequest } from './merged-pull-request.ts'
import { authorOf, authorsOf, reviewsOf } from './people.ts'
import { headOf } from './pull-requests.ts'
import { release } from './release.ts'
import { releasedAssets } from './released-assets.ts'
import { standingCheckRuns } from './standing-check-runs.ts'

export interface ForgeOptions extends ConnectionOptions {
  /** Commit that check runs and releases are for: in a pull request its head, not the merge commit that was checked out. */
  readonly head: string
  /** Commit that `readBase` reads from. */
  readonly base?: string | undefined
  /** Number of the pull request. */
  readonly pullRequest?: number | undefined
  /** Login our comments are by, where the token is a user's or the app is not known: `my-app[bot]`. */
  readonly author?: string | undefined
}

/** GitHub, or a GitHub Enterprise Server, as the forge. Loads octokit when something is first asked of it. */
export function githubForge({ head, base, pullRequest, author, ...options }: ForgeOptions): Forge {
  const connection = connect(options)
  const us = identity(author)
  return {
    readBase: async path => (base === undefined ? undefined : readFileAt(connection, base, path)),
    readFile: (repository, ref, path) => fileOnRef(connect({ ...options, repository }), options.apiUrl, ref, path),
    listBase: async () => (base === undefined ? [] : listFilesAt(connection, base)),
    createCheckRun: run => createCheckRun(connection, us, head, run),
    standingCheckRuns: () => standingCheckRuns(connection, us, head),
    findComment: marker => findComment(connection, us, pullRequest, marker),
    createComment: body => createComment(connection, us, pullRequest, body),
    updateComment: (id, body) => updateComment(connection, id, body),
    deleteComment: id => deleteComment(connection, id),
    currentHead: async () => (pullRequest === undefined ? head : headOf(connection, pullRequest)),
    mergedPullRequest: () => mergedPullRequest(connection, head),
    reviews: number => reviewsOf(connection, number),
    authors: number => (number === undefined ? authorOf(connection, head) : authorsOf(connection, number)),
    findIssues: marker => findIssues(connection, us, marker),
    openIssue: (title, body) => openIssue(connection, us, title, body),
    updateIssue: (number, title, body) => updateIssue(connection, number, title, body),
    closeIssue: (number, why) => closeIssue(connection, number, why),
    releasedAssets: (name, options) => releasedAssets(connection, name, options),
    release: (tag, notes, assets) => release(connection, head, tag, notes, assets),
    attest: bundle => attest(connection, bundle),
  }
}
