import type { Octokit } from 'octokit'
import type { Account } from '../core/record/approvals/account.ts'
import type { Review } from '../core/record/approvals/review.ts'
import type { Authors } from '../ports/pull-request-people.ts'
import type { Connection } from './connection.ts'

const REVIEWS = { doing: 'read the reviews of the pull request', permission: 'pull-requests: read' } as const
const AUTHORS = { doing: 'read the commits of the pull request', permission: 'pull-requests: read' } as const

/** Commits that GitHub lists of a pull request, at most (REST reference, "List commits on a pull request"). */
const MOST_COMMITS = 250

const STATES: Readonly<Record<string, Review['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
  COMMENTED: 'commented',
  PENDING: 'pending',
}

/** Every review of a pull request, in GitHub's order, which is that of time. One by an account that is gone counts for nothing. */
export async function reviewsOf(connection: Connection, pull_number: number): Promise<Review[]> {
  const { owner, repo } = connection
  const told = await connection.attempt(REVIEWS, octokit =>
    octokit.paginate(octokit.rest.pulls.listReviews, { owner, repo, pull_number, per_page: 100 }),
  )
  return told.flatMap(({ id, user, state, commit_id, submitted_at, html_url }): Review[] => {
    const known = STATES[state]
    if (!user || known === undefined) return []
    return [
      {
        id: String(id),
        user: accountOf(user),
        state: known,
        ...(commit_id ? { commit: commit_id } : {}),
        ...(submitted_at ? { submittedAt: submitted_at } : {}),
        url: html_url,
      },
    ]
  })
}

/** Who opened a pull request and who wrote its commits: author and committer of each, as far as their e-mail addresses have accounts. */
export async function authorsOf(connection: Connection, pull_number: number): Promise<Authors> {
  const { owner, repo } = connection
  return connection.attempt(AUTHORS, async octokit => {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number })
    const commits = await commitsOf(octokit, connection, pull_number)
    const { known, unknown } = authorsIn(commits)
    const opener = accountIn(data.user)
    if (commits.length >= MOST_COMMITS) unknown.push(`GitHub lists ${MOST_COMMITS} commits at most`)
    return { known: distinct([...(opener ? [opener] : []), ...known]), unknown }
  })
}

const commitsOf = (octokit: Octokit, { owner, repo }: Connection, pull_number: number) =>
  octokit.paginate(octokit.rest.pulls.listCommits, { owner, repo, pull_number, per_page: 100 })

interface CommitJson {
  readonly sha: string
  readonly author: object | null
  readonly committer: object | null
}

function authorsIn(commits: readonly CommitJson[]): { known: Account[]; unknown: string[] } {
  const unknown = commits.flatMap(({ sha, author, committer }) => {
    const missing = [...(accountIn(author) ? [] : ['author']), ...(accountIn(committer) ? [] : ['committer'])]
    return missing.length === 0 ? [] : [`the ${missing.join(' and the ')} of commit ${sha.slice(0, 10)} has no account`]
  })
  const known = commits.flatMap(({ author, committer }) => [author, committer].flatMap(user => accountIn(user) ?? []))
  return { known: distinct(known), unknown }
}

const distinct = (accounts: readonly Account[]) => [...new Map(accounts.map(account => [account.id, account])).values()]

const accountOf = ({ id, login }: { id: number; login: string }): Account => ({ id: String(id), login })

/** Undefined where GitHub knows nobody by the commit's e-mail address: it answers null, or an empty object. */
function accountIn(user: object | null | undefined): Account | undefined {
  if (!user || !('id' in user) || !('login' in user)) return undefined
  return typeof user.id === 'number' && typeof user.login === 'string'
    ? accountOf({ id: user.id, login: user.login })
    : undefined
}

/** Author and committer of one commit, where there is no pull request. */
export async function authorOf(connection: Connection, ref: string): Promise<Authors> {
  const { owner, repo } = connection
  const task = { doing: 'read who wrote the commit', permission: 'contents: read' } as const
  const { data } = await connection.attempt(task, octokit => octokit.rest.repos.getCommit({ owner, repo, ref }))
  return authorsIn([data])
}
