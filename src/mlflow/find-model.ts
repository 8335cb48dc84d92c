import { UserError } from '../core/user-error.ts'
import { getAlias } from './aliases.ts'
import type { ArtifactFolder } from './artifacts/artifact-folder.ts'
import { openArtifacts } from './artifacts/open-artifacts.ts'
import type { Client } from './client.ts'
import type { Environment } from './connection.ts'
import { getLoggedModel } from './logged-models.ts'
import type { ModelAddress } from './model-address.ts'
import { getModelVersion, type ModelVersion, versionFolder } from './model-versions.ts'
import { getRun } from './runs.ts'

/** Files of MLflow's, found by an address. */
export interface FoundModel {
  /** Address that names them for ever: with a version in place of an alias, no path and no slash at the end. */
  readonly pinned: string
  readonly folder: ArtifactFolder
  /** The run that made it, where it is a version that names one: what was logged beside the model lies there. */
  readonly run: string | undefined
}

/** Finds the folder that an address names, without the path in it. */
export async function findModel(client: Client, address: ModelAddress, environment: Environment): Promise<FoundModel> {
  const open = (uri: string, of: string, experiment?: string) =>
    openArtifacts(client, uri, { environment, of, experiment })
  if (address.of === 'store')
    return {
      pinned: 'mlflow-artifacts:',
      folder: await open('mlflow-artifacts:/', 'the artifact store'),
      run: undefined,
    }
  if (address.of === 'run') {
    const run = await getRun(client, address.id)
    const folder = await open(run.artifacts, `the run ${run.id}`, run.experiment)
    return { pinned: `runs:/${run.id}`, folder, run: undefined }
  }
  if (address.of === 'logged-model') {
    const model = await getLoggedModel(client, address.id)
    const folder = await open(model.artifacts, `the logged model ${model.id}`, model.experiment)
    return { pinned: `models:/${model.id}`, folder, run: model.run }
  }
  const { name, version, run } = await findVersion(client, address)
  const uri = await versionFolder(client, name, version)
  const folder = await open(uri, `version ${version} of ${name}`)
  return { pinned: `models:/${name}/${version}`, folder, run }
}

/** The version that an address names, or that an alias points at now. */
export async function findVersion(
  client: Client,
  address: Extract<ModelAddress, { of: 'version' | 'alias' }>,
): Promise<ModelVersion> {
  const { name } = address
  if (address.of === 'version') {
    const version = await getModelVersion(client, name, address.version)
    if (version) return version
    throw missing(client, `version ${address.version} of the registered model ${name}`, 'none of that number')
  }
  const version = await getAlias(client, name, address.alias)
  if (typeof version !== 'string') return version
  throw missing(
    client,
    `the alias ${address.alias} of the registered model ${name} to point at a version`,
    version === 'unset' ? 'no such alias' : 'that its version was deleted',
  )
}

const missing = ({ server }: Client, expected: string, found: string) =>
  new UserError('mlflow.missing', `Expected ${expected} but found ${found} (MLflow at ${server})`, {
    hint: 'Check the name, which tells capitals from small letters, and that this is the right server',
  })
