import type { AddressInfo } from 'node:net'
import { type App, GITHUB_ACTIONS, OTHER_CI } from './github/apps.ts'
import { noDeployments } from './github/behaviours/deployments.ts'
import type { Fault } from './github/faults.ts'
import type { Permissions } from './github/permissions.ts'
import { type Files, openPullRequest, type PullRequest, writeCommit } from './github/seed.ts'
import { type Desk, type LoggedRequest, startServer } from './github/server.ts'
import { startUpstream } from './github/upstream.ts'
import type { World } from './github/world.ts'

export type { Fault, Files, LoggedRequest, Permissions, PullRequest }

/** What a reviewer does. */
export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'

export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository?: string
  /** What `token` may do. */
  readonly permissions?: Permissions
  /** A public repository may be read without a permission. Private unless asked. */
  readonly isPublic?: boolean
  /** Answer 404, not 403, for want of a permission. */
  readonly conceals?: boolean
  /** Whether there is GraphQL; `old` has no createCommitOnBranch. */
  readonly graphql?: 'none' | 'old' | 'new'
  /** Files on the main branch. */
  readonly files?: Files
  /** People besides the owner who comment or fork. */
  readonly users?: readonly string[]
}

/** A GitHub on the loopback interface: stateful, and as strict as GitHub's own description of it. */
export interface GitHub {
  /** Address of the REST API. */
  readonly url: string
  readonly repository: string
  readonly isPublic: boolean
  /** A GITHUB_TOKEN with the permissions it was started with. */
  readonly token: string
  /** Head commit of main when it was started. */
  readonly main: string
  /** Another token: of another job, or of another app. */
  issueToken(permissions: Permissions, app?: 'github-actions' | 'other-ci'): string
  commit(files: Files, options?: { parent?: string; branch?: string; author?: string }): Promise<string>
  /** A pull request to main with one commit, by the owner or by `author@example.com`; from somebody's fork where `fork` names a user. */
  openPullRequest(options?: {
    files?: Files
    branch?: string
    /** Head of main that it is made from; the first unless given. */
    base?: string
    fork?: string
    author?: string
  }): Promise<PullRequest>
  deleteBranch(name: string): Promise<void>
  /** Points a branch at any commit, as a force push does. */
  forceBranch(name: string, sha: string): Promise<void>
  /** A tag without a release. */
  tag(name: string, sha: string): Promise<void>
  comment(pullRequest: number, body: string, options: { by: string }): Promise<void>
  /** Hands in a review of the pull request's head, or of another commit; returns its id. */
  review(pullRequest: number, options: { by: string; event: ReviewEvent; commit?: string }): Promise<number>
  dismiss(pullRequest: number, review: number): Promise<void>
  /** Merges a pull request; returns the commit that this made. */
  merge(pullRequest: number, method: 'merge' | 'squash'): Promise<string>
  /** Commits that pull requests are to pass for merged as, by the pull request's number. */
  readonly mergedAs: Map<number, string>
  openIssue(title: string, body: string, options: { by: string }): Promise<void>
  /** A team of the organisation that owns nothing here. */
  team(org: string, slug: string, members: readonly string[]): Promise<void>
  comments(pullRequest: number): Promise<{ id: number; body: string; author: string }[]>
  /** Reads what stands there, as the owner and without a trace: `/releases`, `/commits/{sha}/check-runs?filter=all`. */
  read<T>(path: string): Promise<T>
  /** Annotations of a check run, by its id. */
  annotations(checkRun: number): readonly unknown[]
  /** Push to fail the next requests. */
  readonly faults: Fault[]
  readonly requests: LoggedRequest[]
  /** Requests that GitHub's description forbids. */
  readonly violations: string[]
  /** Answers of the emulation that GitHub's description forbids. */
  readonly drift: string[]
  close(): Promise<void>
}

const EVERYTHING: Permissions = {
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
}

export async function startGitHub({
  repository = 'acme/credit-model',
  permissions = EVERYTHING,
  isPublic = false,
  conceals = false,
  graphql = 'new',
  files = {},
  users = ['mallory', 'reviewer'],
}: GitHubOptions = {}): Promise<GitHub> {
  const seen = { faults: [], requests: [], violations: [], drift: [] }
  const desk: Desk = { callers: new Map(), isPublic, conceals, graphql, ...seen }
  let world: World | undefined
  const server = startServer(desk, () => {
    if (world === undefined) throw new Error('Expected no request before the start')
    return world
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}`

  const [owner = '', repo = ''] = repository.split('/')
  const upstream = await startUpstream(url, owner, repo, users)
  const path = `/repos/${repository}`
  world = {
    repositoryPath: path,
    url,
    upstream,
    creatorOfRun: new Map(),
    annotationsOfRun: new Map(),
    stumps: new Set(),
    digestOfAsset: new Map(),
    deployments: noDeployments(),
    oneAtATime: oneAtATime(),
    contentOfAsset: new Map(),
    mergedAs: new Map(),
  }
  const { annotationsOfRun } = world
  const { object } = await upstream.own<{ object: { sha: string } }>('GET', `${path}/git/ref/heads/main`)
  const main =
    Object.keys(files).length === 0
      ? object.sha
      : await writeCommit(upstream, repository, { files, parent: object.sha, branch: 'main' })

  function issueToken(held: Permissions, app: 'github-actions' | 'other-ci' = 'github-actions'): string {
    const token = `ghs_test${String(desk.callers.size + 1).padStart(4, '0')}`
    desk.callers.set(token, { app: APP[app], permissions: held, suite: desk.callers.size })
    return token
  }

  return {
    url,
    repository,
    isPublic,
    token: issueToken(permissions),
    main,
    issueToken,
    commit: (content, { parent = main, branch, author } = {}) =>
      writeCommit(upstream, repository, { files: content, parent, branch, author }),
    openPullRequest: ({
      files: changed = { 'proofmark.yml': 'model: {}\n' },
      branch = 'candidate',
      base = main,
      fork,
      author,
    } = {}) => openPullRequest(upstream, repository, { files: changed, branch, base, fork, author }),
    async deleteBranch(name) {
      await upstream.own('DELETE', `${path}/git/refs/heads/${name}`)
    },
    async forceBranch(name, sha) {
      await upstream.own('PATCH', `${path}/git/refs/heads/${name}`, { sha, force: true })
    },
    async tag(name, sha) {
      await upstream.own('POST', `${path}/git/refs`, { ref: `refs/tags/${name}`, sha })
    },
    async comment(pullRequest, body, { by }) {
      await upstream.own('POST', `${path}/issues/${pullRequest}/comments`, { body }, by)
    },
    async review(pullRequest, { by, event, commit }) {
      const body = { event, body: event, ...(commit === undefined ? {} : { commit_id: commit }) }
      return (await upstream.own<{ id: number }>('POST', `${path}/pulls/${pullRequest}/reviews`, body, by)).id
    },
    async openIssue(title, body, { by }) {
      await upstream.own('POST', `${path}/issues`, { title, body }, by)
    },
    async merge(pullRequest, merge_method) {
      const at = `${path}/pulls/${pullRequest}/merge`
      return (await upstream.own<{ sha: string }>('PUT', at, { merge_method })).sha
    },
    mergedAs: world.mergedAs,
    async dismiss(pullRequest, review) {
      const at = `${path}/pulls/${pullRequest}/reviews/${review}/dismissals`
      await upstream.own('PUT', at, { message: 'Not read' })
    },
    async team(org, slug, members) {
      await upstream.own('POST', `/orgs/${org}/teams`, { name: slug })
      for (const login of members) await upstream.own('PUT', `/orgs/${org}/teams/${slug}/memberships/${login}`, {})
    },
    async comments(pullRequest) {
      const all: { id: number; body: string; author: string }[] = []
      for (let page = 1; ; page += 1) {
        const part = await upstream.own<{ id: number; body: string; user: { login: string } }[]>(
          'GET',
          `${path}/issues/${pullRequest}/comments?per_page=100&page=${page}`,
        )
        all.push(...part.map(({ id, body, user }) => ({ id, body, author: user.login })))
        if (part.length < 100) return all
      }
    },
    read: below => upstream.own('GET', path + below),
    annotations: checkRun => annotationsOfRun.get(checkRun) ?? [],
    faults: desk.faults,
    requests: desk.requests,
    violations: desk.violations,
    drift: desk.drift,
    async close() {
      server.closeAllConnections()
      await Promise.all([new Promise(resolve => server.close(resolve)), upstream.close()])
    },
  }
}

const APP: Readonly<Record<'github-actions' | 'other-ci', App>> = {
  'github-actions': GITHUB_ACTIONS,
  'other-ci': OTHER_CI,
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Expected a port')
  return address.port
}

/** Queues acts: each begins when the one before has ended, well or not. */
function oneAtATime(): World['oneAtATime'] {
  let last: Promise<unknown> = Promise.resolve()
  return act => {
    const mine = last.then(act, act)
    last = mine.catch(() => {})
    return mine
  }
}
