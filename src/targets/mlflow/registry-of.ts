import type { Client } from '../../mlflow/client.ts'
import type { Refusal } from '../../mlflow/faults.ts'
import { Answers, isAbsent, tagMap, versionOf } from './answers.ts'
import type { Registry } from './registry.ts'

/** A registered model, by MLflow's REST interface. */
export function registryOf(client: Client, name: string): Omit<Registry, 'files' | 'digest' | 'keep' | 'addVersion' | 'kept'> {
  const { ask, server } = client
  const needs = `EDIT on the registered model ${name}`
  const tag = (path: string, body: object, doing: string) =>
    ask({ method: 'POST', path, body: { name, ...body }, answer: Answers.nothing, doing, needs })

  return {
    server,

    async modelTags() {
      const found = await ask({
        method: 'GET',
        path: 'mlflow/registered-models/get',
        query: { name },
        answer: Answers.model.or(Answers.absent),
        refusal: refusal => (isAbsent(refusal) ? { means: { absent: true } } : undefined),
        doing: `read the registered model ${name}`,
        needs: `READ on the registered model ${name}`,
      })
      return 'registered_model' in found ? tagMap(found.registered_model.tags) : undefined
    },

    async tagModel(key, value) {
      await tag('mlflow/registered-models/set-tag', { key, value }, `tag the registered model ${name}`)
    },

    async alias(alias) {
      const found = await ask({
        method: 'GET',
        path: 'mlflow/registered-models/alias',
        query: { name, alias },
        answer: Answers.alias,
        refusal: refusal => {
          if (isUnset(refusal)) return { means: { standing: 'unset' } as const }
          return isAbsent(refusal) ? { means: { standing: 'deleted' } as const } : undefined
        },
        doing: `read the alias ${alias} of ${name}`,
        needs: `READ on the registered model ${name}`,
      })
      return 'standing' in found ? found.standing : versionOf(found.model_version)
    },

    async pointAlias(alias, version) {
      await tag('mlflow/registered-models/alias', { alias, version }, `point the alias ${alias} of ${name} at version ${version}`)
    },

    async dropAlias(alias) {
      await ask({
        method: 'DELETE',
        path: 'mlflow/registered-models/alias',
        body: { name, alias },
        answer: Answers.nothing,
        refusal: refusal => (isUnset(refusal) ? { means: {} } : undefined),
        doing: `take the alias ${alias} of ${name} away`,
        needs: `MANAGE on the registered model ${name}`,
      })
    },

    async version(version) {
      const found = await ask({
        method: 'GET',
        path: 'mlflow/model-versions/get',
        query: { name, version },
        answer: Answers.version.or(Answers.absent),
        refusal: refusal => (isAbsent(refusal) ? { means: { absent: true } } : undefined),
        doing: `read version ${version} of ${name}`,
        needs: `READ on the registered model ${name}`,
      })
      return 'model_version' in found ? versionOf(found.model_version) : undefined
    },

    async versions(most, tagged) {
      const filter = `name=${quoted(name)}${tagged ? ` and tags.\`${tagged.key}\`=${quoted(tagged.value)}` : ''}`
      const found = await ask({
        method: 'GET',
        path: 'mlflow/model-versions/search',
        query: { filter, max_results: most, order_by: 'version_number DESC' },
        answer: Answers.versions,
        doing: `list the versions of ${name}`,
        needs: `READ on the registered model ${name}`,
      })
      return found.model_versions.map(versionOf)
    },

    async tagVersion(version, key, value) {
      await tag('mlflow/model-versions/set-tag', { version, key, value }, `tag version ${version} of ${name}`)
    },
  }
}

const isUnset = ({ status, code, message }: Refusal) =>
  status === 400 && code === 'INVALID_PARAMETER_VALUE' && /alias .* not found/i.test(message)

/** A text in MLflow's filter language, which has no escapes: one of the two quotes has to do. */
const quoted = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`)
