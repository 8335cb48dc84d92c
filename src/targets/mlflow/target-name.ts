import { UserError } from '../../core/user-error.ts'

/** A target in a registry of MLflow's, as `--to` names it. */
export interface AliasName {
  /** As pointers and the log name it: without options. */
  readonly name: string
  readonly model: string
  readonly alias: string
  /** The version that is meant, where somebody knows better than to have it found by its bytes. */
  readonly version: string | undefined
  readonly lock: 'file' | undefined
}

/** MLflow's own rule for aliases (`mlflow/utils/validation.py`), and the names it keeps for itself. */
const ALIAS = /^[\w-]{1,255}$/
const RESERVED = /^(?:latest|v\d+)$/i

/** Reads `mlflow:credit@champion`, `mlflow:credit@champion?version=7&lock=file`. */
export function aliasName(target: string, place: string): AliasName {
  const [, model = '', alias = '', query = ''] = /^([^/:?]+)@([^@?]*)(?:\?(.*))?$/s.exec(place) ?? []
  if (model === '' || model.length > 256 || /[\x00-\x1f]/.test(model)) throw malformed(target)
  if (RESERVED.test(alias))
    throw new UserError(
      'mlflow.reserved-alias',
      `Expected an alias that can be set but found '${alias}', which MLflow keeps for itself: models:/${model}@${alias} reads as a version`,
      { hint: 'Use a name such as champion or production' },
    )
  if (!ALIAS.test(alias))
    throw new UserError('mlflow.alias', `Expected an alias of letters, digits, - and _ but found '${alias}'`, {
      hint: 'Write it like mlflow:credit@champion',
    })
  const options = new URLSearchParams(query)
  const [version, lock] = [options.get('version') ?? undefined, options.get('lock') ?? undefined]
  const known = [...options.keys()].every(key => key === 'version' || key === 'lock')
  if (!known || (version !== undefined && !/^[1-9]\d{0,9}$/.test(version)) || (lock !== undefined && lock !== 'file'))
    throw malformed(target)
  return { name: `mlflow:${model}@${alias}`, model, alias, version, lock }
}

const malformed = (target: string) =>
  new UserError('mlflow.target', `Expected a target such as mlflow:credit@champion but found '${target}'`, {
    hint: 'Name a registered model and an alias; ?version=7 names the version that is meant, ?lock=file locks on this machine only',
  })
