import { draftOf } from './draft-of.ts'

/** Values that a schema holds as they are: nothing in them is a keyword. */
const DATA: readonly string[] = ['const', 'enum', 'default', 'examples']
/** Keywords that the library does not follow. */
const UNKNOWN: readonly string[] = ['$dynamicRef', '$vocabulary']
const MAX_NODES = 100_000

/** Why a schema cannot be held against anything here; continues `Expected`. Undefined where it can. */
export function schemaFault(schema: unknown): string | undefined {
  if (typeof schema !== 'boolean' && !isObject(schema)) return 'a JSON Schema, or the path of one from the contract'
  if (draftOf(schema) === undefined) return 'a JSON Schema of draft 4, 7, 2019-09 or 2020-12'
  const open: unknown[] = [schema]
  let nodes = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++nodes > MAX_NODES) return `a JSON Schema of at most ${MAX_NODES} parts`
    if (Array.isArray(next)) open.push(...next)
    if (!isObject(next)) continue
    for (const [key, value] of Object.entries(next)) {
      if (key === '$ref' && typeof value === 'string' && !value.startsWith('#'))
        return `a JSON Schema whose $ref lead to parts of itself, but one leads to ${value.slice(0, 100)}`
      if (UNKNOWN.includes(key)) return `a JSON Schema without ${key}`
      const patterns =
        key === 'pattern' && typeof value === 'string' ? [value] : key === 'patternProperties' ? keysOf(value) : []
      const wrong = patterns.find(pattern => !isExpression(pattern))
      if (wrong !== undefined) return `patterns of ECMAScript in the JSON Schema, but one is ${wrong.slice(0, 100)}`
      if (!DATA.includes(key)) open.push(value)
    }
  }
  return undefined
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : [])

function isExpression(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
