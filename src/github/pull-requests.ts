import type { RunContext } from '../ports.ts'
import type { Connection } from './connection.ts'
import type { Origin } from './context.ts'

const TASK = { doing: 'read the pull request', permission: 'pull-requests: write' } as const

/** Head commit of a pull request as it stands now. */
export async function headOf(connection: Connection, pull_number: number): Promise<string> {
  const { owner, repo } = connection
  const { data } = await connection.attempt(TASK, octokit => octokit.rest.pulls.get({ owner, repo, pull_number }))
  return data.head.sha
}

/**
 * The newest open pull request from a branch, fork or not, whose head is still `commit`; undefined where it has moved on.
 * The commit decides, and it comes from the event: nothing that the fork's run wrote is asked.
 */
export async function pullRequestOf(
  connection: Connection,
  commit: string,
  origin: Origin,
): Promise<RunContext['pullRequest']> {
  const { owner, repo } = connection
  const open = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      state: 'open',
      head: `${origin.owner}:${origin.branch}`,
      per_page: 100,
    }),
  )
  const found = open.find(({ head }) => head.sha === commit)
  if (found === undefined) return undefined
  const { number, head, base } = found
  return { number, head: head.sha, base: base.sha, fork: head.repo?.full_name !== base.repo.full_name }
}
