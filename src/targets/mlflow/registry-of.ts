import { UserError } from '../../core/user-error.ts'
import { deleteAlias, getAlias, setAlias } from '../../mlflow/aliases.ts'
import type { Client } from '../../mlflow/client.ts'
import type { Environment } from '../../mlflow/connection.ts'
import { getModelVersion, searchModelVersions, tagModelVersion } from '../../mlflow/model-versions.ts'
import { getRegisteredModel, tagRegisteredModel } from '../../mlflow/registered-models.ts'
import { keptRuns } from './kept-runs.ts'
import type { Registry } from './registry.ts'
import { versionStore } from './version-store.ts'

/** A registered model of a tracking server. */
export function registryOf(client: Client, name: string, environment: Environment): Registry {
  return {
    server: client.server,
    modelTags: async () => (await getRegisteredModel(client, name))?.tags,
    tagModel: (key, value) => tagRegisteredModel(client, name, key, value),
    async alias(alias) {
      try {
        return await getAlias(client, name, alias)
      } catch (error) {
        // MLflow 3 says so of an alias whose registered model there is not; what there is of it is asked next.
        if (error instanceof UserError && error.code === 'mlflow.missing') return 'unset'
        throw error
      }
    },
    pointAlias: (alias, version) => setAlias(client, name, alias, version),
    dropAlias: alias => deleteAlias(client, name, alias),
    version: version => getModelVersion(client, name, version),
    versions: (most, tag) =>
      searchModelVersions(client, {
        name,
        most,
        ...(tag === undefined ? {} : { filter: `tags.\`${tag.key}\` = '${tag.value}'` }),
      }),
    tagVersion: (version, key, value) => tagModelVersion(client, { name, version }, key, value),
    ...versionStore(client, name, environment),
    ...keptRuns(client, name, environment),
  }
}
