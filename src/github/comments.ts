import type { Octokit } from 'octokit'
import { UserError } from '../core/user-error.ts'
import type { Connection } from './connection.ts'
import { isAbsent } from './failure.ts'
import { type Identity, isAuthor } from './identity.ts'
import { sendOnce } from './send-once.ts'

/** Reading needs less, but is only done to write: whoever adds a permission should have to do it once. */
const READ = { doing: 'read the comments of the pull request', permission: 'pull-requests: write' } as const
const WRITE = { doing: 'comment on the pull request', permission: 'pull-requests: write' } as const

interface Comment {
  readonly id: number
  readonly body: string
}

/** The oldest comment by us, on any page, whose body starts with `marker`; anyone may plant the marker, but not write as us. */
export async function findComment(
  connection: Connection,
  us: Identity,
  pullRequest: number | undefined,
  marker: string,
): Promise<Comment | undefined> {
  if (pullRequest === undefined) return undefined
  return connection.attempt(READ, octokit =>
    find(octokit, connection, us, pullRequest, body => body.startsWith(marker)),
  )
}

export async function createComment(
  connection: Connection,
  us: Identity,
  pullRequest: number | undefined,
  body: string,
): Promise<number> {
  if (pullRequest === undefined) {
    throw new UserError('github.no-pull-request', 'Expected a pull request to comment on but this run answers none', {
      hint: 'Set `publish: false`, or run on the event pull_request',
      kind: 'environment',
    })
  }
  const { owner, repo, second } = connection
  return connection.attempt(WRITE, octokit =>
    sendOnce(
      second,
      async () => (await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body })).data.id,
      async () => (await find(octokit, connection, us, pullRequest, found => found === body))?.id,
    ),
  )
}

export async function updateComment(connection: Connection, id: number, body: string): Promise<void> {
  const { owner, repo } = connection
  await connection.attempt(WRITE, octokit => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }))
}

export async function deleteComment(connection: Connection, id: number): Promise<void> {
  const { owner, repo } = connection
  await connection.attempt(WRITE, async octokit => {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
  })
}

async function find(
  octokit: Octokit,
  { owner, repo }: Connection,
  us: Identity,
  pullRequest: number,
  matches: (body: string) => boolean,
): Promise<Comment | undefined> {
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pullRequest,
    per_page: 100,
  })
  for await (const { data } of pages) {
    for (const { id, body = '', user } of data) {
      if (isAuthor(us, user) && matches(body)) return { id, body }
    }
  }
  return undefined
}
