import type { Octokit } from 'octokit'
import { UserError } from '../../core/user-error.ts'
import type { Connection } from '../connection.ts'

/** Paths of all files below a tree; where there are too many for one answer (100 000 entries or 7 MB), folder by folder. */
export async function listTree(
  octokit: Octokit,
  connection: Connection,
  tree_sha: string,
  folder = '',
): Promise<string[]> {
  const { owner, repo } = connection
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha, recursive: '1' })
  if (!data.truncated) return data.tree.filter(({ type }) => type === 'blob').map(({ path }) => folder + path)
  const { data: one } = await octokit.rest.git.getTree({ owner, repo, tree_sha })
  if (one.truncated) throw tooMany(`${owner}/${repo}`)
  const paths: string[] = []
  for (const { type, path, sha } of one.tree) {
    if (type === 'blob') paths.push(folder + path)
    if (type === 'tree' && sha !== null) paths.push(...(await listTree(octokit, connection, sha, `${folder}${path}/`)))
  }
  return paths
}

const tooMany = (repository: string) =>
  new UserError(
    'github.too-many-files',
    `Expected GitHub to list the files of the log of ${repository} but one folder has too many`,
    { hint: 'Somebody else has written there: look at the branch in a clone', kind: 'environment' },
  )
