import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Octokit } from 'octokit'
import { MAX_POINTER_BYTES, readPointer } from '../../core/record/promotion/pointer.ts'
import { CERTIFICATE_FILE } from '../../core/record/statement/record-files.ts'
import { UserError } from '../../core/user-error.ts'
import { failureOf, isAbsent } from '../../github/failure.ts'
import { uploadAsset } from '../../github/upload-asset.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import { requireCommit, requireGithub } from '../require-github.ts'
import type { TargetWorld } from '../target-kind.ts'
import { assetNames } from './asset-name.ts'
import { createDraft, releaseExists } from './create-draft.ts'
import { assetsOf, findPublished } from './find-release.ts'
import { readAsset } from './read-asset.ts'

const POINTER_ASSET = 'promotion.json'
/** Largest asset that GitHub takes (docs.github.com, "About releases"). */
const MAX_ASSET_BYTES = 2 * 1024 ** 3 - 1
const READ = { doing: 'read the release', permission: 'contents: read' } as const
const WRITE = {
  doing: 'publish the release',
  permission: 'contents: write',
  caveat: 'GitHub also refuses where the commit changes .github/workflows against the default branch',
} as const

/**
 * A GitHub Release, published once: the model's files and its record go into a draft, GitHub's digests of them are compared, and the
 * draft is published with the pointer beside them. Its tag can be taken once: that is the compare-and-swap. What is published stays.
 */
export function release(name: string, place: string, world: TargetWorld): PromotionTarget {
  const github = requireGithub(name, world)
  const { owner, repo } = github
  const [tag = '', option] = place.split('?')
  if (!/^[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}$/.test(tag) || (option !== undefined && option !== 'record'))
    throw new UserError('promotion.release', `Expected a target such as release:v3 but found '${name}'`, {
      hint: 'release:TAG publishes the model too, release:TAG?record its record alone',
    })
  const recordOnly = option === 'record'
  /** What this run has drafted. */
  let draft: { id: number; upload_url: string; assets: ReadonlyMap<string, string> } | undefined

  return {
    name,
    limits: recordOnly
      ? `The release ${tag} has the record of the model only: whoever fetches the model must verify it`
      : undefined,

    current: () =>
      github.attempt(READ, async octokit => {
        const published = await findPublished(octokit, github, tag)
        if (!published) return { pointer: undefined, mark: '' }
        const pointer = (await assetsOf(octokit, github, published.id)).find(asset => asset.name === POINTER_ASSET)
        const text =
          pointer && pointer.size <= MAX_POINTER_BYTES ? await readAsset(octokit, github, pointer.id) : new Uint8Array()
        return { pointer: new TextDecoder().decode(text), mark: String(published.id) }
      }),

    place: model =>
      github.attempt(WRITE, async octokit => {
        if (await taken(octokit)) throw releaseExists(tag, 'its tag')
        const names = assetNames(recordOnly ? [] : model.files.map(file => file.name), [
          POINTER_ASSET,
          ...model.record.map(file => file.name),
        ])
        draft = {
          ...(await createDraft(octokit, github, { tag, commit: requireCommit(name, github.commit), model })),
          assets: names,
        }
        try {
          for (const { name: file, path, bytes } of recordOnly ? [] : model.files) {
            if (bytes > MAX_ASSET_BYTES)
              throw new UserError(
                'promotion.asset-size',
                `Expected files below 2 GiB for a release but ${file} has ${bytes} bytes`,
                {
                  hint: 'Publish the record alone (release:TAG?record), and the model in a bucket',
                },
              )
            const content = await readFile(resolve(world.root, path))
            await uploadAsset(octokit, github, draft, { name: names.get(file) ?? file, content })
          }
          for (const asset of model.record) await uploadAsset(octokit, github, draft, asset)
        } catch (error) {
          await takeBack(octokit)
          throw error
        }
      }),

    async stored() {
      if (recordOnly) return undefined
      return github.attempt(READ, async octokit => {
        const found = draft ?? (await publishedModel(octokit))
        const assets = await assetsOf(octokit, github, found.id)
        const files = new Map<string, string>()
        for (const [file, asset] of found.assets) {
          const stored = assets.find(one => one.name === asset && one.state === 'uploaded')
          if (stored) files.set(file, await digestOf(octokit, stored))
        }
        return files
      })
    },

    certificate: () =>
      github.attempt(READ, async octokit => {
        const published = await findPublished(octokit, github, tag)
        const assets = published ? await assetsOf(octokit, github, published.id) : []
        const certificate = assets.find(asset => asset.name === CERTIFICATE_FILE)
        return certificate && new TextDecoder().decode(await readAsset(octokit, github, certificate.id))
      }),

    point: (text, { mark }) =>
      github.attempt(WRITE, async octokit => {
        const read = readPointer(text)
        if ('reason' in read || read.pointer.kind === 'demotion')
          throw new UserError(
            'promotion.published',
            `Expected to take back the release ${tag} but what is published stays`,
            {
              hint: 'Revoke its certificate (`proofmark revoke`): the log is where that is said. Then promote another release',
            },
          )
        if (mark !== '' || (await taken(octokit))) {
          await takeBack(octokit)
          return 'conflict'
        }
        if (!draft) throw new Error('Expected a draft to publish but nothing was placed')
        try {
          await uploadAsset(octokit, github, draft, { name: POINTER_ASSET, content: new TextEncoder().encode(text) })
          await octokit.rest.repos.updateRelease({ owner, repo, release_id: draft.id, draft: false })
        } catch (error) {
          const failure = failureOf(error)
          await takeBack(octokit)
          if (failure?.kind === 'refused' && failure.status === 422 && (await taken(octokit))) return 'conflict'
          throw error
        }
        return 'done'
      }),
  }

  /** The files that the published `SHA256SUMS` names. */
  async function publishedModel(octokit: Octokit) {
    const published = await findPublished(octokit, github, tag)
    const sums = published && (await assetsOf(octokit, github, published.id)).find(asset => asset.name === 'SHA256SUMS')
    const text = sums ? new TextDecoder().decode(await readAsset(octokit, github, sums.id)) : ''
    const names = [...text.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, file = '']) => file)
    return { id: published?.id ?? 0, assets: assetNames(names, [POINTER_ASSET]) }
  }

  async function taken(octokit: Octokit): Promise<boolean> {
    try {
      await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}` })
      return true
    } catch (error) {
      if (isAbsent(error)) return false
      throw error
    }
  }

  /** GitHub's own digest; of an older server that has none, that of the bytes it gives back. */
  async function digestOf(octokit: Octokit, asset: { id: number; digest?: string | null }): Promise<string> {
    const [, sha256] = /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? '') ?? []
    return (
      sha256 ??
      createHash('sha256')
        .update(await readAsset(octokit, github, asset.id))
        .digest('hex')
    )
  }

  /** Looks first: the answer to the publication may have been lost, and what is published stays. */
  async function takeBack(octokit: Octokit): Promise<void> {
    if (!draft) return
    const release_id = draft.id
    try {
      const { data } = await octokit.rest.repos.getRelease({ owner, repo, release_id })
      if (data.draft) await octokit.rest.repos.deleteRelease({ owner, repo, release_id })
    } catch {
      // A draft that stays is seen by nobody; the failure that led here is the one to tell.
    }
    draft = undefined
  }
}
