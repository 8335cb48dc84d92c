import type { Document, Selection, Value } from './parse.ts'

/** An object of the answer: its type, and its fields, some of which are only worked out when they are asked for. */
export interface Node {
  readonly __typename: string
  readonly [field: string]: unknown
}

type Resolver = (values: Readonly<Record<string, unknown>>) => unknown

/** Carries a checked document out: every field is a value or a function of its arguments. */
export async function executeGraphql(
  document: Document,
  given: Readonly<Record<string, unknown>>,
  root: Node,
): Promise<unknown> {
  const worth = (value: Value): unknown => {
    if ('variable' in value) return given[value.variable]
    if ('list' in value) return value.list.map(worth)
    if ('object' in value) return Object.fromEntries(Object.entries(value.object).map(([k, v]) => [k, worth(v)]))
    return value.constant
  }

  async function select(node: unknown, selection: Selection): Promise<unknown> {
    if (!isNode(node)) return node ?? null
    const answer: Record<string, unknown> = {}
    for (const { alias, name, values, selection: below } of selection.fields) {
      const found = node[name]
      const resolved = isResolver(found)
        ? await found(Object.fromEntries(Object.entries(values).map(([k, v]) => [k, worth(v)])))
        : found
      answer[alias] = below === undefined ? (resolved ?? null) : await select(resolved, below)
    }
    const fragments = selection.spreads.flatMap(spread => document.fragments[spread] ?? [])
    for (const { type, selection: below } of [...selection.on, ...fragments]) {
      if (type === node.__typename) Object.assign(answer, await select(node, below))
    }
    return answer
  }
  return select(root, document.selection)
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '__typename' in value
const isResolver = (value: unknown): value is Resolver => typeof value === 'function'
