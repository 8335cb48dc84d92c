import type { Finding } from '../format.ts'
import { printable } from '../printable.ts'
import { isJsonObject, type JsonObject, jsonValues } from '../strict-json.ts'
import { isAllowedClass, isAllowedFunction } from './allowed.ts'

/** Keras' own words for plain values (keras/src/saving/serialization_lib.py). */
const VALUES = ['__keras_tensor__', '__tensor__', '__numpy__', '__bytes__', '__ellipsis__', '__slice__', '__tuple__']
/** Settings of the lookup layers that are values or the path of a file. */
const PATHS = ['vocabulary', 'idf_weights', 'vocabulary_file', 'filename', 'filepath', 'file_path', 'path', 'url']
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

/** What making a model of this configuration would do beyond making Keras' own objects. */
export function inspectConfig(config: unknown, text: string): { findings: readonly Finding[]; globals: number } {
  const findings: Finding[] = []
  const globals = new Set<string>()
  const report = (name: string, reason: string) => {
    const offset = Math.max(0, text.indexOf(JSON.stringify(name.split(':').at(-1) ?? '')))
    findings.push({ offset, name: printable(name.replace(/^([\w.?]+):(?=[\w?]+$)/, '$1.')), reason })
  }
  for (const { key, value } of jsonValues(config)) {
    if (typeof value === 'string' && (ADDRESS.test(value) || PATHS.includes(key)))
      report(value, `is the ${printable(key)} of a layer, a file or address that is opened on loading`)
    if (!isJsonObject(value) || !('class_name' in value)) continue
    const { name, fault } = judge(value)
    if (fault !== undefined) report(name, fault)
    else if (name !== '') globals.add(name)
  }
  return { findings, globals: globals.size }
}

/** The object under `class_name`, and why it may not be made; no name where it is a plain value. */
function judge(value: JsonObject): { name: string; fault?: string } {
  const { module, class_name: name, config, registered_name: registered } = value
  if (typeof name !== 'string') return { name: 'class_name', fault: 'is no text' }
  if (VALUES.includes(name)) return { name: '' }
  if (name === '__lambda__') return { name, fault: 'is Python code inside the file' }
  const from = typeof module === 'string' ? module : '?'
  if (name === 'function') return judgeFunction(from, config, registered)
  const full = `${from}:${name}`
  if (isCustom(registered, name))
    return { name: `${registered}`, fault: 'is a class of the project itself, registered as custom' }
  return isAllowedClass(from, name) ? { name: full } : { name: full, fault: 'is made and not on the allow list' }
}

function judgeFunction(module: string, config: unknown, registered: unknown): { name: string; fault?: string } {
  const name = `${module}:${typeof config === 'string' ? config : '?'}`
  if (typeof config !== 'string' || !isAllowedFunction(module, config))
    return { name, fault: 'is a function that is not on the allow list' }
  return isCustom(registered, config) && registered !== 'function'
    ? { name: `${registered}`, fault: 'is a function of the project itself, registered as custom' }
    : { name }
}

/** Keras registers its own classes under no name or their own; `package>name` is somebody else's. */
const isCustom = (registered: unknown, name: string) =>
  registered !== undefined && registered !== null && registered !== name
