import { mlflowClient } from '../../mlflow/client.ts'
import { connectionFrom } from '../../mlflow/connection.ts'
import { searchRegisteredModels } from '../../mlflow/registered-models.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import type { TargetWorld } from '../target-kind.ts'
import { mlflow } from './mlflow.ts'
import { registryOf } from './registry-of.ts'

/** Registered models whose aliases are listed. */
const MOST = 100_000

/** Opens an alias of the registry that MLFLOW_TRACKING_URI names. */
export const openAlias = (name: string, place: string, world: TargetWorld): Promise<PromotionTarget> =>
  mlflow(name, place, world, async model =>
    registryOf(mlflowClient(await connectionFrom(world.environment)), model, world.environment),
  )

/** Every alias of the registry, as `MODEL@ALIAS`. */
export async function everyAlias({ environment }: TargetWorld): Promise<readonly string[]> {
  const models = await searchRegisteredModels(mlflowClient(await connectionFrom(environment)), MOST)
  return models.flatMap(({ name, aliases }) => [...aliases.keys()].map(alias => `${name}@${alias}`))
}
