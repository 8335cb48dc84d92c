import type { Octokit } from 'octokit'
import { UserError } from '../core/user-error.ts'
import type { ReleaseAsset } from '../ports.ts'
import type { Connection } from './connection.ts'
import { isAbsent } from './failure.ts'
import { sendOnce } from './send-once.ts'
import { uploadAsset } from './upload-asset.ts'

const TASK = {
  doing: 'publish the release',
  permission: 'contents: write',
  caveat: 'GitHub also refuses where the commit changes .github/workflows against the default branch',
} as const

/**
 * Drafts a release of `commit`, uploads every asset, then publishes, so that nobody ever sees half of it; returns its address.
 * A draft that cannot be finished is taken back.
 */
export async function release(
  connection: Connection,
  commit: string,
  tag: string,
  notes: string,
  assets: readonly ReleaseAsset[],
): Promise<string> {
  const { owner, repo } = connection
  return connection.attempt(TASK, async octokit => {
    await refuseTaken(octokit, connection, tag)
    const draft = await createDraft(octokit, connection, commit, tag, notes)
    try {
      for (const asset of assets) await uploadAsset(octokit, connection, draft, asset)
      const id = { owner, repo, release_id: draft.id }
      return (await octokit.rest.repos.updateRelease({ ...id, draft: false })).data.html_url
    } catch (error) {
      await takeBack(octokit, connection, draft.id).catch(() => {})
      throw error
    }
  })
}

async function refuseTaken(octokit: Octokit, connection: Connection, tag: string): Promise<void> {
  const { owner, repo } = connection
  const standing = await findRelease(octokit, connection, tag)
  if (standing !== undefined) throw taken(standing.draft ? 'a draft' : 'a release', tag)
  try {
    await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}` })
  } catch (error) {
    if (isAbsent(error)) return
    throw error
  }
  throw taken('a tag', tag)
}

const taken = (what: string, tag: string) =>
  new UserError('github.release-exists', `Expected no release '${tag}' but found ${what} of that name`, {
    hint: 'Give the release another tag, or delete the one that stands',
  })

async function createDraft(octokit: Octokit, connection: Connection, commit: string, tag: string, notes: string) {
  const { owner, repo, second } = connection
  return sendOnce(
    second,
    async () =>
      (
        await octokit.rest.repos.createRelease({
          owner,
          repo,
          tag_name: tag,
          target_commitish: commit,
          name: tag,
          body: notes,
          draft: true,
        })
      ).data,
    () => findRelease(octokit, connection, tag),
  )
}

/** A release by its tag; drafts too, which `GET /releases/tags` does not show. */
async function findRelease(octokit: Octokit, { owner, repo }: Connection, tag: string) {
  const releases = await octokit.paginate(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 })
  return releases.find(({ tag_name }) => tag_name === tag)
}

/** Looks first: the answer to the publication may have been lost, and what is published stays. */
async function takeBack(octokit: Octokit, { owner, repo }: Connection, release_id: number): Promise<void> {
  const { data } = await octokit.rest.repos.getRelease({ owner, repo, release_id })
  if (data.draft) await octokit.rest.repos.deleteRelease({ owner, repo, release_id })
}
