import type { ConnectionOptions } from '../../../src/github/connection.ts'
import { githubLogBranch } from '../../../src/github/log/github-log-branch.ts'
import type { LogBranch } from '../../../src/ports.ts'
import type { GitHub, GitHubOptions } from '../../harness/github.ts'
import type { Repository } from '../../log-branch/contract.ts'
import { aGitHub } from '../a-github.ts'

interface CommitJson {
  readonly sha: string
  readonly message: string
  readonly tree: { readonly sha: string }
  readonly parents: readonly { readonly sha: string }[]
}

export interface LogOnGitHub extends Repository {
  readonly github: GitHub
  open(connection?: Partial<ConnectionOptions>): LogBranch
}

export const BRANCH = 'proofmark-log'

/** The log's branch in a repository of the emulated GitHub; a second takes a millisecond. */
export async function aLog(
  options: GitHubOptions = {},
  connection: Partial<ConnectionOptions> = {},
): Promise<LogOnGitHub> {
  const github = await aGitHub({ repository: 'acme/governance', ...options })
  const { token, url: apiUrl, repository } = github
  const commitOf = (sha: string) => github.read<CommitJson>(`/git/commits/${sha}`)
  const headOf = async () => {
    const { object } = await github.read<{ object: { sha: string } }>(`/git/ref/heads/${BRANCH}`)
    return object.sha
  }
  return {
    github,
    open: other => githubLogBranch({ token, apiUrl, repository, second: 1, ...connection, ...other }, BRANCH),
    async files() {
      const { tree } = await commitOf(await headOf())
      const { tree: entries } = await github.read<{ tree: { path: string; type: string; sha: string }[] }>(
        `/git/trees/${tree.sha}?recursive=1`,
      )
      const files: Record<string, Uint8Array> = {}
      for (const { path, type, sha } of entries) {
        if (type !== 'blob') continue
        const { content } = await github.read<{ content: string }>(`/git/blobs/${sha}`)
        files[path] = new Uint8Array(Buffer.from(content, 'base64'))
      }
      return files
    },
    async history() {
      const history: { commit: string; parents: string[]; message: string }[] = []
      for (let next: string | undefined = await headOf(); next !== undefined; ) {
        const { message, parents } = await commitOf(next)
        history.push({ commit: next, parents: parents.map(({ sha }) => sha), message })
        next = parents[0]?.sha
      }
      return history
    },
  }
}
