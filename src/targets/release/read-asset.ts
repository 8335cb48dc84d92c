import type { Octokit } from 'octokit'
import type { Connection } from '../../github/connection.ts'

/** The bytes of an asset, as GitHub stores them. */
export async function readAsset(octokit: Octokit, { owner, repo }: Connection, asset_id: number): Promise<Uint8Array> {
  const headers = { accept: 'application/octet-stream' }
  const data: unknown = (await octokit.rest.repos.getReleaseAsset({ owner, repo, asset_id, headers })).data
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data))
}
