import type { Octokit } from 'octokit'
import { UserError } from '../../core/user-error.ts'
import type { BranchChange } from '../../ports/log-branch.ts'
import type { Connection } from '../connection.ts'
import { failureOf } from '../failure.ts'
import { sendOnce } from '../send-once.ts'

/** Largest text that goes along in the request for a tree, in bytes. */
const INLINE = 100_000

/**
 * Moves a branch by the parts of git: blobs, a tree, a commit, then the branch itself, which GitHub moves forward only (`force:
 * false`). Without a parent it makes the branch, whose first commit has none. Only the last request changes what others see; those
 * before may be sent twice.
 */
export async function commitByRest(
  octokit: Octokit,
  connection: Connection,
  branch: string,
  parent: string | undefined,
  change: BranchChange,
): Promise<{ commit: string } | 'conflict' | 'lost'> {
  const { owner, repo, second } = connection
  const send = <T>(request: () => Promise<{ data: T }>): Promise<T> =>
    sendOnce(
      second,
      async () => (await request()).data,
      async () => undefined,
    )
  try {
    const tree: { path: string; mode: '100644'; type: 'blob'; content?: string; sha?: string | null }[] = []
    for (const { path, content } of change.additions) {
      const text = content.byteLength <= INLINE ? asText(content) : undefined
      const entry = { path, mode: '100644', type: 'blob' } as const
      if (text !== undefined) tree.push({ ...entry, content: text })
      else {
        const base64 = Buffer.from(content).toString('base64')
        const { sha } = await send(() =>
          octokit.rest.git.createBlob({ owner, repo, content: base64, encoding: 'base64' }),
        )
        tree.push({ ...entry, sha })
      }
    }
    for (const path of change.deletions) tree.push({ path, mode: '100644', type: 'blob', sha: null })
    const base =
      parent === undefined
        ? {}
        : { base_tree: (await octokit.rest.git.getCommit({ owner, repo, commit_sha: parent })).data.tree.sha }
    const { sha: root } = await send(() => octokit.rest.git.createTree({ owner, repo, tree, ...base }))
    const parents = parent === undefined ? [] : [parent]
    const { sha: commit } = await send(() =>
      octokit.rest.git.createCommit({ owner, repo, message: change.message, tree: root, parents }),
    )
    return await point(commit)
  } catch (error) {
    throw isEmptyRepository(error) ? emptyRepository(`${owner}/${repo}`) : error
  }

  async function point(sha: string): Promise<{ commit: string } | 'conflict' | 'lost'> {
    const request = { once: true }
    try {
      if (parent === undefined)
        await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha, request })
      else await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false, request })
      return { commit: sha }
    } catch (error) {
      const failure = failureOf(error)
      if (failure?.kind === 'lost') return 'lost'
      if (failure?.kind === 'refused' && isMoved(failure)) return 'conflict'
      throw error
    }
  }
}

/** The branch is elsewhere, is there already, is there no more, or another request holds it. */
const isMoved = ({ status, reason }: { status: number; reason: string }) =>
  (status === 409 && !/empty/i.test(reason)) ||
  (status === 422 &&
    /fast.?forward|reference already exists|reference does not exist|but expected|cannot lock ref|reference update failed/i.test(
      reason,
    ))

/** The text, where its UTF-8 is these bytes again. */
function asText(content: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** GitHub's git database takes nothing before the first commit of a repository (docs.github.com, "Git database"). */
function isEmptyRepository(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.kind === 'refused' && failure.status === 409 && /empty/i.test(failure.reason)
}

const emptyRepository = (repository: string) =>
  new UserError('github.empty-repository', `Expected ${repository} to have a first commit but it is empty`, {
    hint: 'Add a README to the repository, then run it again',
    kind: 'environment',
  })
