import { readPointer } from '../../core/record/promotion/pointer.ts'
import { UserError } from '../../core/user-error.ts'
import type { Standing } from '../../ports/promotion-target.ts'
import type { Registry } from './registry.ts'
import { sha256Of } from './sha256-of.ts'
import { TAGS } from './tags.ts'
import type { AliasName } from './target-name.ts'

/** Where an alias stands, with the version it points at. */
export interface AliasStanding extends Standing {
  /** Undefined where the alias is not set, or points at a version that was deleted. */
  readonly version: string | undefined
}

/**
 * What an alias says: the pointer that lies on its version, or, where it is not set, the pointer at nothing that lies on the registered
 * model. A version without one was put there by somebody else.
 */
export async function standingOf({ model, alias }: AliasName, registry: Registry): Promise<AliasStanding> {
  const key = TAGS.pointer(alias)
  const at = await registry.alias(alias)
  if (typeof at === 'object') {
    const pointer = at.tags.get(key)
    const known = { pointer, version: at.version, address: `models:/${model}/${at.version}` }
    if (pointer !== undefined) return { ...known, mark: `${at.version} ${sha256Of(pointer)}` }
    const words = `version ${at.version}, which Proofmark did not put there`
    return { ...known, mark: at.version, foreign: { words, name: at.version } }
  }
  const tags = await registry.modelTags()
  if (tags === undefined)
    throw new UserError('mlflow.no-model', `Expected the registered model ${model} but ${registry.server} has none`, {
      hint: 'Register it, correct its name, or let the user of MLflow that promotes read it',
    })
  if (at === 'deleted')
    return { pointer: undefined, version: undefined, mark: at, foreign: { words: 'a version that was deleted' } }
  const pointer = tags.get(key)
  const nothing = pointer !== undefined && pointsAtNothing(pointer) ? pointer : undefined
  return { pointer: nothing, version: undefined, mark: nothing === undefined ? at : `${at} ${sha256Of(nothing)}` }
}

/** A pointer at a model is kept with its version only: on the registered model it would outlive it. */
function pointsAtNothing(text: string): boolean {
  const read = readPointer(text)
  return 'pointer' in read && read.pointer.to === null
}
