import type { PromotionTarget } from '../../ports/promotion-target.ts'
import type { TargetWorld } from '../target-kind.ts'
import { mlflow } from './mlflow.ts'
import type { Registry } from './registry.ts'

const registryOf = async (_model: string, _world: TargetWorld): Promise<Registry> => {
  throw new Error('not yet')
}

/** Opens an alias of the registry that MLFLOW_TRACKING_URI names. */
export const openAlias = (name: string, place: string, world: TargetWorld): Promise<PromotionTarget> =>
  mlflow(name, place, world, model => registryOf(model, world))

/** Every alias of the registry, as `MODEL@ALIAS`. */
export async function everyAlias(_world: TargetWorld): Promise<readonly string[]> {
  return []
}
