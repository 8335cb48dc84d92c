import { z } from 'zod'
import type { Client } from './client.ts'
import { ModelVersion } from './model-versions.ts'

/** Where an alias points: a version; nothing; or at one that was deleted. */
export type Aliased = ModelVersion | 'unset' | 'deleted'

const Pointed = z.object({ model_version: ModelVersion }).transform((answer): Aliased => answer.model_version)
const Nothing = z.object({}).transform(() => undefined)

/** Where an alias points now. A server tells an alias that is not set by a status 400 and this text, one whose version was deleted by 404. */
export const getAlias = (client: Client, name: string, alias: string): Promise<Aliased> =>
  client.ask({
    method: 'GET',
    path: 'mlflow/registered-models/alias',
    query: { name, alias },
    answer: Pointed,
    refusal: ({ status, code, message }) =>
      status === 400 && /alias .* not found/i.test(message)
        ? { means: 'unset' }
        : code === 'RESOURCE_DOES_NOT_EXIST' && /version/i.test(message)
          ? { means: 'deleted' }
          : undefined,
    doing: `read the alias ${alias} of ${name}`,
    needs: `READ on the registered model ${name}`,
  })

/** Points an alias at a version, whatever it pointed at: MLflow has no compare-and-swap. */
export const setAlias = (client: Client, name: string, alias: string, version: string): Promise<undefined> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/registered-models/alias',
    body: { name, alias, version },
    answer: Nothing,
    doing: `point the alias ${alias} of ${name} at version ${version}`,
    needs: `EDIT on the registered model ${name}`,
  })

export const deleteAlias = (client: Client, name: string, alias: string): Promise<undefined> =>
  client.ask({
    method: 'DELETE',
    path: 'mlflow/registered-models/alias',
    body: { name, alias },
    answer: Nothing,
    doing: `take the alias ${alias} from ${name}`,
    needs: `MANAGE on the registered model ${name}`,
  })
