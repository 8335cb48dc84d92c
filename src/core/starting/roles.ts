import { counted } from '../model/format.ts'
import { CHAMPIONS } from './choose-predictions.ts'
import type { Found } from './found.ts'

/** What a part of the settings is made of, and why; without files, what was looked for. */
export interface Role {
  readonly name: 'model' | 'predictions' | 'champion' | 'data' | 'reference' | 'current' | 'dependencies'
  readonly files: readonly string[]
  readonly because: string
}

/** Every role in the order of the settings, found or not. */
export function rolesOf(found: Found): Role[] {
  const { dependencies } = found
  return [
    modelRole(found),
    predictionsRole(found),
    championRole(found),
    dataRole(found),
    ...comparisonRoles(found),
    dependencies.length > 0
      ? { name: 'dependencies', files: dependencies, because: 'by name' }
      : none('dependencies', 'requirements*.txt, pyproject.toml or environment.yml'),
  ]
}

function modelRole({ model }: Found): Role {
  if (!model)
    return none('model', 'joblib, pickle, ONNX, PyTorch, safetensors, GGUF, XGBoost, Keras and other model files')
  const titles = [...new Set(model.files.map(({ title }) => title))].join(', ')
  const left =
    model.others.length === 0 ? '' : `; named for other models: ${names(model.others.map(({ path }) => path))}`
  const pointer = model.files.some(({ pointer }) => pointer) ? ', still a Git LFS pointer' : ''
  return { name: 'model', files: model.files.map(({ path }) => path), because: `${titles}${pointer}${left}` }
}

function predictionsRole({ predictions }: Found): Role {
  if (!predictions)
    return none('predictions', 'a CSV file of few columns: a unique id, a label of two values, a score from 0 to 1')
  const { model, others } = predictions.chosen
  const { label } = predictions.judged
  const left = others.length === 0 ? '' : `; more of them: ${names(others.map(({ table }) => table.path))}`
  return {
    name: 'predictions',
    files: [model.table.path],
    because: `'${model.id}' is unique, '${label}' has two values, '${model.score}' lies from 0 to 1${left}`,
  }
}

function championRole({ predictions }: Found): Role {
  const champion = predictions?.chosen.champion
  if (!champion)
    return none('champion', `predictions on the same rows, named ${CHAMPIONS.slice(0, 4).join(', ')} or the like`)
  const rows = predictions.judged.champion ? ', with the same rows and labels as the predictions' : ''
  return { name: 'champion', files: [champion.table.path], because: `named for the model in production${rows}` }
}

function dataRole({ data, contract }: Found): Role {
  if (!data) return none('data', 'a CSV file that holds no predictions')
  const size = `${data.complete ? '' : 'more than '}${counted(data.rows, 'row')} of ${counted(data.columns.length, 'column')}`
  return {
    name: 'data',
    files: [data.path],
    because: contract === undefined ? size : `${size}; its contract may be ${contract}`,
  }
}

function comparisonRoles({ comparison }: Found): Role[] {
  if (!comparison) {
    const header = 'a CSV file with the header of another,'
    return [
      none('reference', `${header} named train or reference`),
      none('current', `${header} named current, live, holdout or test`),
    ]
  }
  const { reference, current, others } = comparison
  const left = others.length === 0 ? '' : `; also possible: ${names(others.map(({ path }) => path))}`
  return [
    { name: 'reference', files: [reference.path], because: 'named for what the model was built on' },
    { name: 'current', files: [current.path], because: `the same header, named for what the model meets${left}` },
  ]
}

const none = (name: Role['name'], lookedFor: string): Role => ({
  name,
  files: [],
  because: `none found: looked for ${lookedFor}`,
})

const MOST_NAMED = 5
const names = (paths: readonly string[]): string =>
  paths.length > MOST_NAMED
    ? `${paths.slice(0, MOST_NAMED).join(', ')} and ${paths.length - MOST_NAMED} more`
    : paths.join(', ')
