import { createHash } from 'node:crypto'
import type { ArtifactFolder } from '../../mlflow/artifacts/artifact-folder.ts'
import { findArtifacts } from '../../mlflow/artifacts/find-artifacts.ts'
import { openArtifacts } from '../../mlflow/artifacts/open-artifacts.ts'
import type { Client } from '../../mlflow/client.ts'
import type { Environment } from '../../mlflow/connection.ts'
import { findModel } from '../../mlflow/find-model.ts'
import { isModelAddress, modelAddress } from '../../mlflow/model-address.ts'
import { versionFolder } from '../../mlflow/model-versions.ts'
import type { Registry } from './registry.ts'

/** A folder of artifacts, and the path in it at which a version's files lie: `''` or with a slash at the end. */
interface Place {
  readonly folder: ArtifactFolder
  readonly below: string
}

/** The files of the versions of a registered model, wherever MLflow keeps them: read anew each time they are asked for. */
export function versionStore(
  client: Client,
  name: string,
  environment: Environment,
): Pick<Registry, 'files' | 'digest'> {
  const places = new Map<string, Promise<Place>>()
  const placeOf = (version: string) => {
    const place = places.get(version) ?? locate(version)
    places.set(version, place)
    return place
  }

  return {
    async files(version) {
      const { folder, below } = await placeOf(version)
      const found = await findArtifacts(folder, below.replace(/\/$/, ''))
      return found.map(({ path, bytes }) => ({ path: path.slice(below.length), bytes }))
    },

    async digest(version, path) {
      const { folder, below } = await placeOf(version)
      const { bytes } = await folder.read(`${below}${path}`, 0)
      const sha256 = createHash('sha256')
      for await (const piece of bytes) sha256.update(piece)
      return sha256.digest('hex')
    },
  }

  /** A version may be made of a run's files or of a logged model, and then names these. */
  async function locate(version: string): Promise<Place> {
    const uri = await versionFolder(client, name, version)
    if (!isModelAddress(uri) || uri.startsWith('mlflow-artifacts:'))
      return {
        folder: await openArtifacts(client, uri, { environment, of: `version ${version} of ${name}` }),
        below: '',
      }
    const address = modelAddress(uri)
    const { folder } = await findModel(client, address, environment)
    return { folder, below: address.path === '' ? '' : `${address.path}/` }
  }
}
