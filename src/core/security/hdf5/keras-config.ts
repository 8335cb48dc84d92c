import { isAllowedClass } from '../keras/allowed.ts'
import { isJsonObject } from '../strict-json.ts'

/** Where Keras looks for a class that is named without its module (keras/src/legacy/saving, ALL_OBJECTS). */
const MODULES = [
  'keras',
  'keras.layers',
  'keras.models',
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
  'keras.optimizers',
  'keras.optimizers.schedules',
  'keras.losses',
  'keras.metrics',
]
const MAX_DEPTH = 100

/** The same configuration with the module of every class that older files name without one; bounded in depth. */
export function withModules(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map(item => withModules(item, depth + 1))
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, withModules(item, depth + 1)])
  const { class_name: name } = value
  const from =
    'module' in value || typeof name !== 'string' ? undefined : MODULES.find(own => isAllowedClass(own, name))
  return Object.fromEntries(from === undefined ? entries : [['module', from], ...entries])
}
