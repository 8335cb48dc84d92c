import { createHash } from 'node:crypto'
import { answer, type Behaviour, invalid, mended, type World } from '../world.ts'

interface ReleaseJson {
  id: number
  tag_name: string
  target_commitish: string
  draft: boolean
  upload_url: string
  assets: AssetJson[]
}

interface AssetJson {
  id: number
  name: string
  size: number
  state: string
}

/** Where uploads go: not where the rest of the API is, as on github.com and on GHES. */
export const UPLOADS = '/uploads'

const shownAsset = (world: World) => (asset: AssetJson) => ({
  ...asset,
  state: world.stumps.has(asset.id) ? 'starter' : asset.state,
  digest: world.digestOfAsset.get(asset.id) ?? null,
})

const shown = (world: World) => (release: ReleaseJson) => ({
  ...release,
  upload_url: release.upload_url.replace(world.url, world.url + UPLOADS),
  immutable: false,
  assets: release.assets.map(shownAsset(world)),
})

/** Says of a taken tag what GitHub says. */
export const createRelease: Behaviour = async (_, world, forward) => {
  const given = await forward()
  if (given.status === 422) {
    return invalid('Validation Failed', [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }])
  }
  return mended(given, shown(world))
}

export const getRelease: Behaviour = async (_, world, forward) => mended(await forward(), shown(world))

export const listReleases: Behaviour = async (_, world, forward) =>
  mended<ReleaseJson[]>(await forward(), releases => releases.map(shown(world)))

/** Makes the tag when a draft is published. */
export const updateRelease: Behaviour = async (call, world, forward) => {
  const given = await forward()
  if (given.status !== 200) return given
  const release: ReleaseJson = JSON.parse(given.text)
  const tags = `${world.repositoryPath}/git/ref/tags/${release.tag_name}`
  const token = await world.upstream.tokenOf(call.caller.app)
  const tagged = (await world.upstream.send({ method: 'GET', path: tags, token })).status === 200
  if (!release.draft && !tagged) {
    await world.upstream.own('POST', `${world.repositoryPath}/git/refs`, {
      ref: `refs/tags/${release.tag_name}`,
      sha: release.target_commitish,
    })
  }
  return mended(given, shown(world))
}

export const listAssets: Behaviour = async (_, world, forward) =>
  mended<AssetJson[]>(await forward(), assets => assets.map(shownAsset(world)))

/** Takes no second asset of a name, keeps its digest, and after a 502 leaves a stump under the name. */
export const uploadAsset: Behaviour = async (call, world, forward) => {
  const name = call.query.get('name')
  const path = `${world.repositoryPath}/releases/${call.values.release_id}/assets?per_page=100`
  const standing = await world.upstream.own<AssetJson[]>('GET', path)
  if (standing.some(asset => asset.name === name)) {
    return invalid('Validation Failed', [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }])
  }
  if (call.raw.byteLength === 0) return answer(400, { message: 'Bad Content-Length: 0' })
  const broken = call.fault?.status === 502
  const given = await forward(broken ? { body: '' } : {})
  return mended<AssetJson>(given, asset => {
    if (broken) world.stumps.add(asset.id)
    else {
      world.digestOfAsset.set(asset.id, `sha256:${createHash('sha256').update(call.raw).digest('hex')}`)
      world.contentOfAsset.set(asset.id, call.raw)
    }
    return shownAsset(world)(asset)
  })
}

/** The asset itself where it is asked for as bytes. */
export const getAsset: Behaviour = async (call, world, forward) => {
  const content = world.contentOfAsset.get(Number(call.values.asset_id))
  if (content !== undefined && call.accept?.includes('octet-stream'))
    return {
      status: 200,
      headers: { 'content-type': 'application/octet-stream' },
      text: new TextDecoder('utf-8', { fatal: true }).decode(content),
    }
  return mended(await forward(), shownAsset(world))
}
