import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { UserError } from '../user-error.ts'
import type { Document } from './document.ts'

/** Aliases that one document may expand to; more is a bomb, not a setting. */
const MAX_ALIASES = 100

/** Reads YAML 1.2 (or JSON) and remembers the line of every key. Refuses duplicate keys, several documents and alias bombs. */
export function readYaml(name: string, text: string): Document {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const [error] = document.errors
  if (error) {
    const line = lines.linePos(error.pos[0]).line
    const message = error.message.split(/ at line \d+/)[0] ?? error.message
    throw new UserError('yaml.syntax', `${message} (${name}:${line})`, {
      file: name,
      line,
      hint: 'Check the indentation and the quotes around this line',
    })
  }
  return { name, value: toValue(name, () => document.toJS({ maxAliasCount: MAX_ALIASES })), place }

  function place(path: readonly PropertyKey[]) {
    const line = lineOf(path)
    return { text: `${name}:${line}`, file: name, line }
  }

  /** Line of the deepest part of the path that exists: for a missing key, that of the map it should be in. */
  function lineOf(path: readonly PropertyKey[]): number {
    let node: unknown = document.contents
    let line = startOf(node) ?? 1
    for (const step of path) {
      if (!isCollection(node)) break
      const pair = isMap(node)
        ? node.items.find(item => isScalar(item.key) && String(item.key.value) === String(step))
        : undefined
      const child: unknown = pair ? pair.value : node.get(step, true)
      const here = pair && isPair(pair) ? startOf(pair.key) : startOf(child)
      if (here === undefined) break
      line = here
      node = child
    }
    return line
  }

  function startOf(node: unknown): number | undefined {
    const range = isNode(node) ? node.range : undefined
    return range ? lines.linePos(range[0]).line : undefined
  }
}

const isNode = (value: unknown): value is Node => isScalar(value) || isCollection(value)

function toValue(name: string, read: () => unknown): unknown {
  try {
    return read()
  } catch (cause) {
    throw new UserError('yaml.aliases', `${name} expands to too many aliases`, {
      file: name,
      hint: 'Write the values out',
      cause,
    })
  }
}
