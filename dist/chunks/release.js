import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { r as readPointer, M as MAX_POINTER_BYTES } from './pointer.js';
import { C as CERTIFICATE_FILE } from './record-files.js';
import { U as UserError } from './user-error.js';
import { f as failureOf, i as isAbsent } from './send-once.js';
import { u as uploadAsset } from './upload-asset.js';
import { r as requireGithub, a as requireCommit } from './require-github.js';

/** GitHub renames an asset that has any other character (REST reference, "Upload a release asset"). */
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * The assets' names for files of a model: assets lie in one folder, so a slash becomes two hyphens. A name that GitHub would change, or
 * that two files would share, is refused: `SHA256SUMS` says which file is which.
 */
function assetNames(names                   , taken                   )                              {
  const assets = new Map                ();
  const used = new Set(taken);
  for (const name of names) {
    const asset = name.replaceAll('/', '--');
    if (!PLAIN.test(asset) || used.has(asset))
      throw new UserError(
        'promotion.asset-name',
        `Expected file names that GitHub keeps for release assets but found '${name}'`,
        { hint: 'Rename the file, or publish the record alone: release:TAG?record' },
      )
    used.add(asset);
    assets.set(name, asset);
  }
  return assets
}

/** A release that only its authors see, with the model's id and its certificate's digest in its notes. */
async function createDraft(
  octokit         ,
  { owner, repo }            ,
  { tag, commit, model }                                                                                ,
)                                                                {
  try {
    const { data } = await octokit.rest.repos.createRelease({
      owner,
      repo,
      tag_name: tag,
      target_commitish: commit,
      name: tag,
      body: `Model ${model.name}\n\nmodel id: \`${model.id}\`\ncertificate: \`sha256:${model.certificate}\`\n`,
      draft: true,
    });
    return { id: data.id, upload_url: data.upload_url }
  } catch (error) {
    const failure = failureOf(error);
    const stands = failure?.kind === 'refused' && failure.status === 422 && /already.exists/.test(failure.reason);
    throw stands ? releaseExists(tag, 'a draft of it') : error
  }
}

/** The error where a release cannot be made because something of its name stands. */
const releaseExists = (tag        , found        )            =>
  new UserError('promotion.release-exists', `Expected no release '${tag}' but found ${found}`, {
    hint: 'A release is published once: give the new one another tag, or delete the draft that was left behind',
  });

/** A release of a tag that is published, or a draft of ours by its id. */
async function findPublished(octokit         , { owner, repo }            , tag        ) {
  const releases = await octokit.paginate(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 });
  return releases.find(release => release.tag_name === tag && !release.draft)
}

/** All assets of a release. */
const assetsOf = (octokit         , { owner, repo }            , release_id        ) =>
  octokit.paginate(octokit.rest.repos.listReleaseAssets, { owner, repo, release_id, per_page: 100 });

/** The bytes of an asset, as GitHub stores them. */
async function readAsset(octokit         , { owner, repo }            , asset_id        )                      {
  const headers = { accept: 'application/octet-stream' };
  const data          = (await octokit.rest.repos.getReleaseAsset({ owner, repo, asset_id, headers })).data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data))
}

const POINTER_ASSET = 'promotion.json';
/** Largest asset that GitHub takes (docs.github.com, "About releases"). */
const MAX_ASSET_BYTES = 2 * 1024 ** 3 - 1;
const READ = { doing: 'read the release', permission: 'contents: read' };         
const WRITE = {
  doing: 'publish the release',
  permission: 'contents: write',
  caveat: 'GitHub also refuses where the commit changes .github/workflows against the default branch',
};         

/**
 * A GitHub Release, published once: the model's files and its record go into a draft, GitHub's digests of them are compared, and the
 * draft is published with the pointer beside them. Its tag can be taken once: that is the compare-and-swap. What is published stays.
 */
function release(name        , place        , world             )                  {
  const github = requireGithub(name, world);
  const { owner, repo } = github;
  const [tag = '', option] = place.split('?');
  if (!/^[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}$/.test(tag) || (option !== undefined && option !== 'record'))
    throw new UserError('promotion.release', `Expected a target such as release:v3 but found '${name}'`, {
      hint: 'release:TAG publishes the model too, release:TAG?record its record alone',
    })
  const recordOnly = option === 'record';
  /** What this run has drafted. */
  let draft;                                                                                     

  return {
    name,
    limits: recordOnly
      ? `The release ${tag} has the record of the model only: whoever fetches the model must verify it`
      : undefined,

    current: () =>
      github.attempt(READ, async octokit => {
        const published = await findPublished(octokit, github, tag);
        if (!published) return { pointer: undefined, mark: '' }
        const pointer = (await assetsOf(octokit, github, published.id)).find(asset => asset.name === POINTER_ASSET);
        const text =
          pointer && pointer.size <= MAX_POINTER_BYTES ? await readAsset(octokit, github, pointer.id) : new Uint8Array();
        return { pointer: new TextDecoder().decode(text), mark: String(published.id) }
      }),

    place: model =>
      github.attempt(WRITE, async octokit => {
        if (await taken(octokit)) throw releaseExists(tag, 'its tag')
        const names = assetNames(recordOnly ? [] : model.files.map(file => file.name), [
          POINTER_ASSET,
          ...model.record.map(file => file.name),
        ]);
        draft = {
          ...(await createDraft(octokit, github, { tag, commit: requireCommit(name, github.commit), model })),
          assets: names,
        };
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
            const content = await readFile(resolve(world.root, path));
            await uploadAsset(octokit, github, draft, { name: names.get(file) ?? file, content });
          }
          for (const asset of model.record) await uploadAsset(octokit, github, draft, asset);
        } catch (error) {
          await takeBack(octokit);
          throw error
        }
      }),

    async stored() {
      if (recordOnly) return undefined
      return github.attempt(READ, async octokit => {
        const found = draft ?? (await publishedModel(octokit));
        const assets = await assetsOf(octokit, github, found.id);
        const files = new Map                ();
        for (const [file, asset] of found.assets) {
          const stored = assets.find(one => one.name === asset && one.state === 'uploaded');
          if (stored) files.set(file, await digestOf(octokit, stored));
        }
        return files
      })
    },

    certificate: () =>
      github.attempt(READ, async octokit => {
        const published = await findPublished(octokit, github, tag);
        const assets = published ? await assetsOf(octokit, github, published.id) : [];
        const certificate = assets.find(asset => asset.name === CERTIFICATE_FILE);
        return certificate && new TextDecoder().decode(await readAsset(octokit, github, certificate.id))
      }),

    point: (text, { mark }) =>
      github.attempt(WRITE, async octokit => {
        const read = readPointer(text);
        if ('reason' in read || read.pointer.kind === 'demotion')
          throw new UserError(
            'promotion.published',
            `Expected to take back the release ${tag} but what is published stays`,
            {
              hint: 'Revoke its certificate (`proofmark revoke`): the log is where that is said. Then promote another release',
            },
          )
        if (mark !== '' || (await taken(octokit))) {
          await takeBack(octokit);
          return 'conflict'
        }
        if (!draft) throw new Error('Expected a draft to publish but nothing was placed')
        try {
          await uploadAsset(octokit, github, draft, { name: POINTER_ASSET, content: new TextEncoder().encode(text) });
          await octokit.rest.repos.updateRelease({ owner, repo, release_id: draft.id, draft: false });
        } catch (error) {
          const failure = failureOf(error);
          await takeBack(octokit);
          if (failure?.kind === 'refused' && failure.status === 422 && (await taken(octokit))) return 'conflict'
          throw error
        }
        return 'done'
      }),
  }

  /** The files that the published `SHA256SUMS` names. */
  async function publishedModel(octokit         ) {
    const published = await findPublished(octokit, github, tag);
    const sums = published && (await assetsOf(octokit, github, published.id)).find(asset => asset.name === 'SHA256SUMS');
    const text = sums ? new TextDecoder().decode(await readAsset(octokit, github, sums.id)) : '';
    const names = [...text.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, file = '']) => file);
    return { id: published?.id ?? 0, assets: assetNames(names, [POINTER_ASSET]) }
  }

  async function taken(octokit         )                   {
    try {
      await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}` });
      return true
    } catch (error) {
      if (isAbsent(error)) return false
      throw error
    }
  }

  /** GitHub's own digest; of an older server that has none, that of the bytes it gives back. */
  async function digestOf(octokit         , asset                                        )                  {
    const [, sha256] = /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? '') ?? [];
    return (
      sha256 ??
      createHash('sha256')
        .update(await readAsset(octokit, github, asset.id))
        .digest('hex')
    )
  }

  /** Looks first: the answer to the publication may have been lost, and what is published stays. */
  async function takeBack(octokit         )                {
    if (!draft) return
    const release_id = draft.id;
    try {
      const { data } = await octokit.rest.repos.getRelease({ owner, repo, release_id });
      if (data.draft) await octokit.rest.repos.deleteRelease({ owner, repo, release_id });
    } catch {
      // A draft that stays is seen by nobody; the failure that led here is the one to tell.
    }
    draft = undefined;
  }
}

export { release };
