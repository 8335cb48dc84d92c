import type { MergedPullRequest } from '../ports/pull-request-people.ts'
import type { Connection } from './connection.ts'

const FIND = { doing: 'find the pull request of the commit', permission: 'pull-requests: read' } as const
const COMPARE = { doing: 'compare the merge with what was reviewed', permission: 'contents: read' } as const

/** The pull request whose merge, squash or rebase made a commit, and whether the commit has exactly the files of its head: the same tree. */
export async function mergedPullRequest(
  connection: Connection,
  commit_sha: string,
): Promise<MergedPullRequest | undefined> {
  const { owner, repo } = connection
  const pulls = await connection.attempt(FIND, octokit =>
    octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
      owner,
      repo,
      commit_sha,
      per_page: 100,
    }),
  )
  const merged = pulls.find(pull => pull.merged_at !== null && pull.merge_commit_sha === commit_sha)
  if (merged === undefined) return undefined
  const { number, head } = merged
  const [here, there] = await Promise.all([treeOf(connection, commit_sha), treeOf(connection, head.sha)])
  return { number, head: head.sha, sameFiles: here === there }
}

async function treeOf(connection: Connection, ref: string): Promise<string> {
  const { owner, repo } = connection
  const { data } = await connection.attempt(COMPARE, octokit => octokit.rest.repos.getCommit({ owner, repo, ref }))
  return data.commit.tree.sha
}
