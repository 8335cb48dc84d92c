import { mlflowClient } from '../../mlflow/client.ts'
import { connectionFrom } from '../../mlflow/connection.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import type { TargetWorld } from '../target-kind.ts'
import { Answers } from './answers.ts'
import { keptRuns } from './kept-runs.ts'
import { mlflow } from './mlflow.ts'
import { registryOf } from './registry-of.ts'
import { versionStore } from './version-store.ts'

const PAGE = 1000
const MAX_PAGES = 100

/** Opens an alias of the registry that MLFLOW_TRACKING_URI names. */
export const openAlias = (name: string, place: string, world: TargetWorld): Promise<PromotionTarget> =>
  mlflow(name, place, world, async model => {
    const client = mlflowClient(await connectionFrom(world.environment))
    return { ...registryOf(client, model), ...versionStore(client, model), ...keptRuns(client, model) }
  })

/** Every alias of the registry, as `MODEL@ALIAS`. */
export async function everyAlias({ environment }: TargetWorld): Promise<readonly string[]> {
  const client = mlflowClient(await connectionFrom(environment))
  const names: string[] = []
  let page_token = ''
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { registered_models, next_page_token } = await client.ask({
      method: 'GET',
      path: 'mlflow/registered-models/search',
      query: { max_results: PAGE, page_token: page_token === '' ? undefined : page_token },
      answer: Answers.models,
      doing: 'list the registered models',
    })
    for (const { name, aliases } of registered_models) names.push(...aliases.map(({ alias }) => `${name}@${alias}`))
    if (next_page_token === '') break
    page_token = next_page_token
  }
  return names
}
