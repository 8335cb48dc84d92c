import { s as sendOnce } from './send-once.js';

/**
 * Uploads an asset to the address that the release itself names: `octokit.rest.repos.uploadReleaseAsset` has the host of
 * github.com built in. A failed upload can leave a stump (state `starter`) that holds the name; it is deleted first.
 */
async function uploadAsset(
  octokit         ,
  { owner, repo, second }            ,
  release                                                      ,
  { name, content }              ,
)                {
  await sendOnce(
    second,
    async () => {
      await octokit.request({
        method: 'POST',
        url: release.upload_url,
        name,
        data: content,
        headers: { 'content-type': 'application/octet-stream', 'content-length': content.byteLength },
      });
      return true
    },
    async () => {
      const assets = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
        owner,
        repo,
        release_id: release.id,
        per_page: 100,
      });
      const found = assets.find(asset => asset.name === name);
      if (found?.state === 'uploaded' && found.size === content.byteLength) return true
      if (found) await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: found.id });
      return undefined
    },
  );
}

export { uploadAsset as u };
