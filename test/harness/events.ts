import { createHash } from 'node:crypto'
import type { GitHub, PullRequest } from './github.ts'

/** What has happened, as the runner knows it. */
export interface Event {
  readonly name: string
  readonly sha: string
  readonly ref: string
  readonly headRef?: string
  readonly baseRef?: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Who caused it; the owner unless given. */
  readonly actor?: string
}

const repository = (github: GitHub) => {
  const [login = '', name = ''] = github.repository.split('/')
  return { full_name: github.repository, name, owner: { login }, default_branch: 'main', private: true }
}

/** A commit on main, or on another branch. */
export const push = (github: GitHub, sha = github.main, branch = 'main'): Event => ({
  name: 'push',
  sha,
  ref: `refs/heads/${branch}`,
  payload: { ref: `refs/heads/${branch}`, after: sha, repository: repository(github) },
})

/** GITHUB_SHA is the merge commit, which no check run may be for. */
export const pullRequestEvent = (github: GitHub, pullRequest: PullRequest, action = 'synchronize'): Event => ({
  name: 'pull_request',
  sha: createHash('sha1').update(`merge ${pullRequest.head}`).digest('hex'),
  ref: `refs/pull/${pullRequest.number}/merge`,
  headRef: pullRequest.branch,
  baseRef: 'main',
  payload: { action, number: pullRequest.number, pull_request: pullRequest.json, repository: repository(github) },
})

/** Somebody has handed in a review of the pull request as it is now. */
export const pullRequestReview = (github: GitHub, pullRequest: PullRequest, by: string, state = 'approved'): Event => ({
  ...pullRequestEvent(github, pullRequest, 'submitted'),
  name: 'pull_request_review',
  actor: by,
  payload: {
    action: 'submitted',
    review: { user: { login: by }, state, commit_id: pullRequest.head },
    pull_request: pullRequest.json,
    repository: repository(github),
  },
})

export const pullRequestTarget = (github: GitHub, pullRequest: PullRequest): Event => ({
  ...pullRequestEvent(github, pullRequest),
  name: 'pull_request_target',
  sha: pullRequest.base,
  ref: 'refs/heads/main',
})

export const mergeGroup = (github: GitHub, head: string): Event => ({
  name: 'merge_group',
  sha: head,
  ref: 'refs/heads/gh-readonly-queue/main/pr-1',
  payload: {
    action: 'checks_requested',
    merge_group: {
      head_sha: head,
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-1',
      base_sha: github.main,
      base_ref: 'refs/heads/main',
    },
    repository: repository(github),
  },
})

/** A finished run of another workflow on a pull request; `pull_requests` is empty where it came from a fork. */
export function workflowRun(
  github: GitHub,
  pullRequest: PullRequest,
  { name = 'Certify', runId = 1, conclusion = 'success' }: { name?: string; runId?: number; conclusion?: string } = {},
): Event {
  const [owner = ''] = pullRequest.from.split('/')
  const { number, head, base, branch, from } = pullRequest
  const named = { number, head: { sha: head, ref: branch }, base: { sha: base, ref: 'main' } }
  return {
    name: 'workflow_run',
    sha: github.main,
    ref: 'refs/heads/main',
    payload: {
      action: 'completed',
      workflow_run: {
        id: runId,
        name,
        event: 'pull_request',
        conclusion,
        head_sha: head,
        head_branch: branch,
        head_repository: { full_name: from, owner: { login: owner } },
        pull_requests: from === github.repository ? [named] : [],
      },
      repository: repository(github),
    },
  }
}

export const workflowDispatch = (github: GitHub, inputs: Readonly<Record<string, string>> = {}): Event => ({
  ...push(github),
  name: 'workflow_dispatch',
  payload: { inputs, ref: 'refs/heads/main', repository: repository(github) },
})
