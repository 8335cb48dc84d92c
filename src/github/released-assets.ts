import type { ReleasedAsset } from '../ports.ts'
import type { Connection } from './connection.ts'

const TASK = { doing: 'read the certificates in the releases', permission: 'contents: read' } as const

/** Assets of a name in published releases, newest release first; one longer than `maxBytes` is passed over. */
export async function releasedAssets(
  connection: Connection,
  name: string,
  { count, maxBytes }: { readonly count: number; readonly maxBytes: number },
): Promise<ReleasedAsset[]> {
  const { owner, repo } = connection
  return connection.attempt(TASK, async octokit => {
    const found: ReleasedAsset[] = []
    const pages = octokit.paginate.iterator(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 })
    for await (const { data } of pages)
      for (const { draft, tag_name: tag, html_url: url, assets } of data) {
        const asset = assets.find(each => each.name === name && each.state === 'uploaded' && each.size <= maxBytes)
        if (draft || asset === undefined) continue
        const headers = { accept: 'application/octet-stream' }
        const answer = await octokit.rest.repos.getReleaseAsset({ owner, repo, asset_id: asset.id, headers })
        const data: unknown = answer.data
        if (!(data instanceof ArrayBuffer)) continue
        found.push({ tag, url, content: new Uint8Array(data) })
        if (found.length === count) return found
      }
    return found
  })
}
