import type { Connection } from './connection.ts'

/** Paths of the files at a commit; of a very large repository only the first (100 000 entries or 7 MB, docs.github.com, Get a tree). */
export async function listFilesAt(connection: Connection, commit: string): Promise<string[]> {
  const { owner, repo } = connection
  const task = { doing: 'list the files on the base branch', permission: 'contents: read' } as const
  return connection.attempt(task, async octokit => {
    const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: '1' })
    return data.tree.filter(({ type }) => type === 'blob').map(({ path }) => path)
  })
}
