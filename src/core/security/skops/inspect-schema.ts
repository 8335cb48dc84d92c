import { findAllowed } from '../allowlists/find-allowed.ts'
import type { Finding } from '../format.ts'
import { printable } from '../printable.ts'
import { type GivenState, stateFault } from '../state-fault.ts'
import { isJsonObject, type JsonObject, jsonValues } from '../strict-json.ts'
import { LOADERS, NAMELESS } from './loaders.ts'

/** Names are those of Python 3, and joblib's stand-ins are none. */
const STREAM = { protocol: 4, joblibArrays: 'refused' } as const

/** What a schema would have skops load. */
export interface SkopsSchema {
  readonly findings: readonly Finding[]
  /** Different allowed names it loads. */
  readonly globals: number
  /** Kind of the node that reads it, by member. */
  readonly files: ReadonlyMap<string, string>
  /** The nodes that are decision trees. */
  readonly trees: readonly JsonObject[]
  /** It uses a kind of node whose meaning depends on the protocol. */
  readonly hasGenerator: boolean
}

/** Checks every node of a skops schema against the allow lists that pickles have. */
export function inspectSchema(schema: unknown, text: string): SkopsSchema {
  const findings: Finding[] = []
  const globals = new Set<string>()
  const files = new Map<string, string>()
  const trees: JsonObject[] = []
  let hasGenerator = false
  for (const { value } of jsonValues(schema)) {
    if (!isJsonObject(value) || !('__loader__' in value)) continue
    const { __loader__: loader, __module__: module, __class__: name, file } = value
    const fault = nodeFault(value)
    if (fault !== undefined) {
      const offset = Math.max(0, text.indexOf(JSON.stringify(name) ?? ''))
      findings.push({ offset, name: printable(`${module}.${name}`), reason: fault })
    } else if (!NAMELESS.includes(`${loader}`)) globals.add(`${module}:${name}`)
    if (typeof file === 'string') files.set(file, `${loader}`)
    if (loader === 'TreeNode') trees.push(value)
    hasGenerator ||= loader === 'RandomGeneratorNode'
  }
  return { findings, globals: globals.size, files, trees, hasGenerator }
}

function nodeFault({
  __loader__: loader,
  __module__: module,
  __class__: name,
  content,
}: JsonObject): string | undefined {
  if (typeof loader !== 'string' || typeof module !== 'string' || typeof name !== 'string')
    return 'is loaded by a node that skops does not write'
  if (NAMELESS.includes(loader)) return undefined
  const mayLoad = Object.hasOwn(LOADERS, loader) ? LOADERS[loader] : undefined
  if (!mayLoad) return `is loaded by the node ${printable(loader)}, which may call it`
  const allowed = findAllowed(module, name, STREAM)
  if (!allowed) return 'is loaded and not on the allow list'
  if (!mayLoad(allowed)) return `may not be loaded by skops' ${loader}`
  if (loader !== 'ObjectNode') return undefined
  const state = isJsonObject(content) && isJsonObject(content.content) ? content.content : {}
  const dunder = Object.keys(state).find(key => key.startsWith('__') && key.endsWith('__'))
  return dunder ? `is given a state with the key ${printable(dunder)}` : stateFault(allowed.key, givenBy(state))
}

const givenBy = (state: JsonObject): GivenState => ({
  has: attribute => Object.hasOwn(state, attribute),
  texts(attribute) {
    const { __loader__: loader, content }: JsonObject = nodeOf(state[attribute])
    return loader === 'ListNode' && Array.isArray(content) ? content.map(textOf) : undefined
  },
  classOf(attribute) {
    const { __loader__: loader, __module__: module, __class__: name }: JsonObject = nodeOf(state[attribute])
    return loader === 'ObjectNode' ? `${module}:${name}` : undefined
  },
})

const nodeOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

/** skops spells a text in JSON once more. */
function textOf(node: unknown): string {
  const { __loader__: loader, content } = nodeOf(node)
  return loader === 'JsonNode' && typeof content === 'string' ? content.replace(/^"(\w*)"$/, '$1') : ''
}
