import type { Octokit } from 'octokit'
import type { Connection } from '../../github/connection.ts'

/** A release of a tag that is published, or a draft of ours by its id. */
export async function findPublished(octokit: Octokit, { owner, repo }: Connection, tag: string) {
  const releases = await octokit.paginate(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 })
  return releases.find(release => release.tag_name === tag && !release.draft)
}

/** All assets of a release. */
export const assetsOf = (octokit: Octokit, { owner, repo }: Connection, release_id: number) =>
  octokit.paginate(octokit.rest.repos.listReleaseAssets, { owner, repo, release_id, per_page: 100 })
