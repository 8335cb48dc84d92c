/** A node of @huggingface/jinja's syntax tree, as far as it is known before it is looked at. */
export type Node = Readonly<Record<string, unknown>> & { readonly type: string }

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Nodes directly below, keys and values of an object literal too; of a filter its operand and arguments, not its name. */
export function childrenOf(node: Node): Node[] {
  if (node.type === 'FilterExpression' || node.type === 'FilterStatement') {
    const { filter, ...rest } = node
    return [...childrenOf({ ...rest, type: 'Filtered' }), ...(isNode(filter) ? nodesAt(filter, 'args') : [])]
  }
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'operator') return []
    if (value instanceof Map) return [...value].flat().filter(isNode)
    if (Array.isArray(value)) return value.filter(isNode)
    return isNode(value) ? [value] : []
  })
}

/** The node under `key`, if there is one. */
export function nodeAt(node: Node, key: string): Node | undefined {
  const value = node[key]
  return isNode(value) ? value : undefined
}

/** The nodes in the list under `key`. */
export function nodesAt(node: Node, key: string): Node[] {
  const value = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The text of an identifier or a text literal, and of anything else undefined. */
export function textOf(node: Node | undefined): string | undefined {
  if (node?.type !== 'Identifier' && node?.type !== 'StringLiteral') return undefined
  return typeof node.value === 'string' ? node.value : undefined
}

/** The value of a literal text. */
export const literalOf = (node: Node | undefined): string | undefined =>
  node?.type === 'StringLiteral' ? textOf(node) : undefined

/** The sign of an operation. */
export function operatorOf(node: Node): string {
  const { operator } = node
  const isToken = typeof operator === 'object' && operator !== null && 'value' in operator
  return isToken ? String(operator.value) : ''
}
