import type { Octokit } from 'octokit'
import type { Connection } from '../connection.ts'
import { isAbsent } from '../failure.ts'
import { type Blobs, MAX_BYTES, tooLarge } from './blobs.ts'
import { commitGone } from './commit-gone.ts'

/** The name of the blob at a path as of a commit, one request each; undefined where there is no file. A small one's bytes go to `blobs`. */
export async function findByRest(
  octokit: Octokit,
  { owner, repo }: Connection,
  commit: string,
  path: string,
  blobs: Blobs,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit })
    if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data)) return undefined
    if (data.size > MAX_BYTES) throw tooLarge(`${owner}/${repo}`, path)
    // Of a file larger than 1 MB the answer holds no content.
    if (data.encoding === 'base64') blobs.keep(new Uint8Array(Buffer.from(data.content, 'base64')))
    return data.sha
  } catch (error) {
    if (!isAbsent(error)) throw error
    await requireCommit(octokit, owner, repo, commit)
    return undefined
  }
}

/** GitHub also answers 404 where the token may not read, and of a commit that is not there. */
async function requireCommit(octokit: Octokit, owner: string, repo: string, commit_sha: string): Promise<void> {
  try {
    await octokit.rest.git.getCommit({ owner, repo, commit_sha })
  } catch (error) {
    if (!isAbsent(error)) throw error
    // Of a repository that may not be read this fails too, and names the permission.
    await octokit.rest.git.listMatchingRefs({ owner, repo, ref: 'heads/' })
    throw commitGone(`${owner}/${repo}`, commit_sha)
  }
}
