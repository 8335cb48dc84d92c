import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Document as Parsed,
  parseDocument,
  visit,
} from 'yaml'
import { UserError } from '../user-error.ts'
import type { Document } from './document.ts'
import { yamlSize } from './yaml-size.ts'

/** Aliases that one document may expand to; more is a bomb, not a setting. */
const MAX_ALIASES = 100

/** Levels, and keys marked with `?`, that one document may have: a parser's time is cubic in nested marked keys. */
const MAX_NESTING = 100
const MAX_MARKED_KEYS = 20

export interface ReadYamlOptions {
  /** Every scalar stays the text that was written: of digests, `1e10` is no number. */
  readonly texts?: boolean
}

/** Reads YAML 1.2 (or JSON) and remembers the line of every key. Refuses duplicate keys, several documents and alias bombs. */
export function readYaml(name: string, text: string, { texts = false }: ReadYamlOptions = {}): Document {
  refuseTooMuch(name, text)
  const lines = new LineCounter()
  // The parser's own search for duplicate keys is quadratic.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    ...(texts ? { schema: 'failsafe' } : {}),
  })
  const [error] = document.errors
  const fault = error
    ? { at: error.pos[0], message: error.message.split(/ at line \d+/)[0] ?? error.message }
    : duplicateKey(document)
  if (fault) {
    const { line } = lines.linePos(fault.at)
    throw new UserError('yaml.syntax', `${fault.message} (${name}:${line})`, {
      file: name,
      line,
      hint: error ? 'Check the indentation and the quotes around this line' : 'Keep one of the two',
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

function refuseTooMuch(name: string, text: string): void {
  const { nesting, markedKeys } = yamlSize(text)
  if (nesting <= MAX_NESTING && markedKeys <= MAX_MARKED_KEYS) return
  throw new UserError('yaml.too-deep', `Expected ${name} to nest at most ${MAX_NESTING} levels deep but found more`, {
    file: name,
    hint: 'Write it flatter, without keys marked by ?',
  })
}

/** The first key that stands twice in a map, in time proportional to the document. */
function duplicateKey(document: Parsed): { at: number; message: string } | undefined {
  let found: { at: number; message: string } | undefined
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const text = String(key.value)
        if (seen.has(text)) {
          found = { at: key.range?.[0] ?? 0, message: `Expected '${text}' once in a map but found it twice` }
          return visit.BREAK
        }
        seen.add(text)
      }
      return undefined
    },
  })
  return found
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
