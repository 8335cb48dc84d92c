import { UserError } from '../core/user-error.ts'
import type { FileOnRef } from '../ports.ts'
import { readFileAt } from './base-file.ts'
import type { Connection } from './connection.ts'
import { serverOf } from './server-of.ts'

const CAVEAT =
  "See that the ref exists; a workflow's own token reads no other private repository, for which it takes the token of an app"

/** A file as it stands on a ref of a repository, which need not be the one of this run, and the commit it was read at. */
export async function fileOnRef(connection: Connection, apiUrl: string, ref: string, path: string): Promise<FileOnRef> {
  const { owner, repo } = connection
  const where = `at ${ref} of ${owner}/${repo}`
  const task = { doing: `read ${path} ${where}`, permission: 'contents: read', caveat: CAVEAT } as const
  const commit = await connection.attempt(task, async octokit => {
    const name = ref.replace(/^refs\//, '')
    // A tag may stand for an object of its own that stands for the commit.
    if (!name.startsWith('heads/')) return (await octokit.rest.repos.getCommit({ owner, repo, ref: name })).data.sha
    return (await octokit.rest.git.getRef({ owner, repo, ref: name })).data.object.sha
  })
  const text = await readFileAt(connection, commit, path, where)
  if (text === undefined)
    throw new UserError('github.no-file', `Expected a file ${path} ${where} but found none`, {
      hint: 'Check the path, or merge the file there first',
    })
  return { text, commit, address: `${serverOf(apiUrl)}/${owner}/${repo}` }
}
