import { UserError } from '../core/user-error.ts'
import type { RemoteFile, Source } from '../ports/source.ts'
import type { ArtifactEntry } from './artifacts/artifact-folder.ts'
import { findArtifacts } from './artifacts/find-artifacts.ts'
import { mlflowClient } from './client.ts'
import { connectionFrom, type Environment } from './connection.ts'
import { type FoundModel, findModel } from './find-model.ts'
import { type ModelAddress, modelAddress } from './model-address.ts'

/**
 * Files of versions, logged models and runs. An alias is resolved once: whatever is asked of it later in the run is asked of the version
 * it pointed at first. Files have the address of the version as their name, not of the alias, so that a model has one id however it was
 * named. What a version does not hold is looked for among what its run logged: a model's predictions are there, beside the model.
 */
export async function mlflowSource(environment: Environment): Promise<Source> {
  const client = mlflowClient(await connectionFrom(environment))
  const found = new Map<string, Promise<FoundModel>>()

  return {
    async find(path) {
      const address = modelAddress(path)
      const model = await once(address)
      const files = filesOf(model, await findArtifacts(model.folder, address.path))
      if (files.length > 0) return files
      const beside =
        model.run === undefined || address.path === '' ? [] : await ofRun(model.run, address.path, model.pinned)
      if (beside.length > 0) return beside
      throw new UserError('mlflow.no-file', `Expected files at ${path} but found none (MLflow at ${client.server})`, {
        file: path,
        hint: `Look at what ${model.pinned} holds in MLflow’s page; a path is below the folder of the model`,
      })
    },
  }

  async function ofRun(id: string, path: string, model: string): Promise<readonly RemoteFile[]> {
    const run = await once({ of: 'run', id, path: '' })
    return filesOf(run, await findArtifacts(run.folder, path), model)
  }

  function once(address: ModelAddress): Promise<FoundModel> {
    const key = JSON.stringify({ ...address, path: '' })
    const model = found.get(key) ?? findModel(client, address, environment)
    found.set(key, model)
    return model
  }
}

/** `model`: the version that they were asked of, where they are of its run. */
const filesOf = ({ pinned, folder }: FoundModel, entries: readonly ArtifactEntry[], model?: string): RemoteFile[] =>
  entries.map(({ path, bytes }) => ({
    name: `${pinned}/${path}`,
    origin: { kind: 'mlflow', pinned: `${pinned}/${path}`, ...(model === undefined ? {} : { model }) },
    bytes,
    here: folder.here(path),
    // No identity: MLflow lets what was logged be overwritten, so it is read anew in every run.
    read: from => folder.read(path, from),
  }))
