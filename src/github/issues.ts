import type { Octokit } from 'octokit'
import type { Issue } from '../ports/issues.ts'
import type { Connection } from './connection.ts'
import { type Identity, isAuthor } from './identity.ts'
import { sendOnce } from './send-once.ts'

/** Reading needs less, but is only done to write: whoever adds a permission should have to do it once. */
const READ = { doing: 'read the issues of the repository', permission: 'issues: write' } as const
const WRITE = { doing: 'write an issue', permission: 'issues: write' } as const

/** Issues by us whose text begins with `marker`, oldest first; anyone may plant the marker, but not write as us. */
export async function findIssues(connection: Connection, us: Identity, marker: string): Promise<Issue[]> {
  return connection.attempt(READ, octokit => find(octokit, connection, us, body => body.startsWith(marker)))
}

export async function openIssue(connection: Connection, us: Identity, title: string, body: string): Promise<Issue> {
  const { owner, repo, second } = connection
  return connection.attempt(WRITE, octokit =>
    sendOnce(
      second,
      async () => issueOf((await octokit.rest.issues.create({ owner, repo, title, body })).data),
      async () => (await find(octokit, connection, us, found => found === body)).find(({ open }) => open),
    ),
  )
}

export async function updateIssue(connection: Connection, number: number, title: string, body: string): Promise<void> {
  const { owner, repo } = connection
  await connection.attempt(WRITE, octokit =>
    octokit.rest.issues.update({ owner, repo, issue_number: number, title, body }),
  )
}

export async function closeIssue(connection: Connection, number: number, why: string): Promise<void> {
  const { owner, repo } = connection
  const issue = { owner, repo, issue_number: number }
  await connection.attempt(WRITE, async octokit => {
    await octokit.rest.issues.update({ ...issue, state: 'closed', state_reason: 'completed' })
    await octokit.rest.issues.createComment({ ...issue, body: why })
  })
}

/** Pages through all issues: GitHub's search lags behind, and a filter by creator would miss an app's. */
async function find(
  octokit: Octokit,
  { owner, repo }: Connection,
  us: Identity,
  matches: (body: string) => boolean,
): Promise<Issue[]> {
  const found: Issue[] = []
  const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
    owner,
    repo,
    state: 'all',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  })
  for await (const { data } of pages)
    for (const { pull_request, user, ...issue } of data)
      if (pull_request === undefined && isAuthor(us, user) && matches(issue.body ?? '')) found.push(issueOf(issue))
  return found
}

interface IssueJson {
  number: number
  title: string
  body?: string | null | undefined
  state: string
  html_url: string
}

const issueOf = ({ number, title, body, state, html_url }: IssueJson): Issue => ({
  number,
  title,
  body: body ?? '',
  open: state === 'open',
  url: html_url,
})
