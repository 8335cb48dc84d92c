import { resolve } from 'node:path'
import { commonFolder } from '../../core/record/model/match-names.ts'
import { UserError } from '../../core/user-error.ts'
import type { PlacedModel } from '../../ports/promotion-target.ts'
import { findVersion, type HashedVersion } from './find-version.ts'
import { keptCertificate } from './kept-record.ts'
import type { Registry, RegistryVersion } from './registry.ts'
import { MODEL_FOLDER, RECORD_FOLDER, TAGS } from './tags.ts'
import type { AliasName } from './target-name.ts'

/** A version; with its files, where they were hashed this moment. */
export type Placed = Pick<HashedVersion, 'version'> & Partial<HashedVersion>

/**
 * The version that an alias is to point at: the one that was asked for, one that holds the certified bytes already, or a new one with the
 * files uploaded. Its record, the certificate and the `SHA256SUMS`, is kept in a run of the experiment `proofmark`.
 */
export async function placeVersion(
  model: PlacedModel,
  place: AliasName,
  registry: Registry,
  root: string,
): Promise<Placed> {
  const there: Placed | undefined =
    place.version === undefined ? await findVersion(model, place, registry) : await asked(place, registry)
  const odd = there ? undefined : model.files.find(({ name }) => name.includes('%'))
  if (odd)
    throw new UserError('mlflow.file-name', `Expected names without % to upload to MLflow but found ${odd.name}`, {
      hint: 'Rename the file and certify the model again: MLflow reads %20 in a name as a blank',
    })
  const shared = commonFolder(model.files.map(file => file.name)).length
  const uploads = there
    ? []
    : model.files.map(({ name, path }) => ({
        path: `${MODEL_FOLDER}/${name.slice(shared)}`,
        file: resolve(root, path),
      }))
  const recorded = (await keptCertificate(model.certificate, registry)) !== undefined
  const run = {
    name: `${model.name} for ${place.name}`.slice(0, 250),
    tags: { [TAGS.modelId]: model.id, [TAGS.certificate]: model.certificate },
  }
  const record = model.record.map(({ name, content }) => ({ path: `${RECORD_FOLDER}/${name}`, content }))
  const kept = there && recorded ? undefined : await registry.keep({ ...run, files: [...uploads, ...record] })
  const version = there ?? (kept && (await registry.addVersion(kept, MODEL_FOLDER, model.name)))
  if (!version) throw new Error('Expected a version that was found or made')
  return version
}

async function asked({ model, version = '' }: AliasName, registry: Registry): Promise<RegistryVersion> {
  const found = await registry.version(version)
  if (found) return found
  throw new UserError('mlflow.no-version', `Expected version ${version} of ${model} but ${registry.server} has none`, {
    hint: 'Name a version that is there, or leave ?version= out to have it found by its bytes',
  })
}
