import { ADDED, attribute, type Bindings } from './bindings.ts'
import { childrenOf, isNode, type Node, nodeAt, nodesAt, operatorOf, textOf } from './node.ts'
import { KEEPING_FILTERS, KEEPING_METHODS } from './vocabulary.ts'

const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'not in'])

/** Names of Python's own attributes, and what could be a piece of one. */
export const isPrivate = (name: string): boolean => /^_|__/.test(name)

/** Whether the value of this expression is data that came with the conversation, a number, or a plain text as it is written. */
export function makesNoText(expression: Node, bindings: Bindings): boolean {
  const first = sourcesOf(expression)
  if (first === undefined || first.length === 0) return first !== undefined
  const open: (Node | undefined)[] = [expression, ...(bindings.get(ADDED) ?? [])]
  const seen = new Set<string>()
  for (let steps = 0; open.length > 0; steps++) {
    const node = open.pop()
    if (node === undefined || steps > 10_000) return false
    const next = sourcesOf(node)
    if (next === undefined) return false
    for (const source of next) {
      const name = source.type === 'Identifier' ? textOf(source) : undefined
      if (name === undefined) open.push(source)
      else if (!seen.has(name)) {
        seen.add(name)
        open.push(...(bindings.get(name) ?? []))
      }
    }
  }
  return true
}

/** What the value of an expression comes from; undefined where it is put together here. */
function sourcesOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case 'Identifier':
      return [node]
    case 'IntegerLiteral':
    case 'FloatLiteral':
      return []
    case 'StringLiteral':
      return isPrivate(textOf(node) ?? '_') ? undefined : []
    case 'MemberExpression':
      return sourcesOfMember(node)
    case 'CallExpression':
      return sourcesOfCall(node)
    case 'FilterExpression':
      return sourcesOfFilter(node)
    case 'BinaryExpression':
      return sourcesOfOperation(node)
    case 'UnaryExpression':
    case 'SelectExpression':
    case 'Ternary':
    case 'ArrayLiteral':
    case 'ObjectLiteral':
    case 'TupleLiteral':
    case 'KeywordArgumentExpression':
      return childrenOf(node).filter(child => child.type !== 'TestExpression')
    default:
      return undefined
  }
}

function sourcesOfCall(node: Node): readonly Node[] | undefined {
  const callee = nodeAt(node, 'callee')
  if (callee?.type === 'Identifier')
    return ['namespace', 'range', 'dict'].includes(textOf(callee) ?? '') ? nodesAt(node, 'args') : undefined
  const method = callee && textOf(nodeAt(callee, 'property'))
  const object = callee && nodeAt(callee, 'object')
  if (method === undefined || object === undefined || !KEEPING_METHODS.has(method)) return undefined
  return [object, ...nodesAt(node, 'args')]
}

function sourcesOfFilter(node: Node): readonly Node[] | undefined {
  const filter = nodeAt(node, 'filter')
  const name = textOf(filter?.type === 'CallExpression' ? nodeAt(filter, 'callee') : filter)
  const operand = nodeAt(node, 'operand')
  if (name === undefined || operand === undefined || !KEEPING_FILTERS.has(name)) return undefined
  if (name === 'length' || name === 'count' || name === 'int') return []
  return [operand, ...(filter ? nodesAt(filter, 'args') : [])]
}

/** `or` and `and` give one of their sides; a comparison gives neither. */
function sourcesOfOperation(node: Node): readonly Node[] | undefined {
  const operator = operatorOf(node)
  if (operator === 'or' || operator === 'and') return childrenOf(node)
  return COMPARISONS.has(operator) || isArithmetic(node) ? [] : undefined
}

/** A sum with a number, or a difference: no text comes of it. `%` formats texts, `~` and `+` join them, `*` repeats them. */
function isArithmetic(node: Node): boolean {
  const operator = operatorOf(node)
  if (operator === '-' || operator === '/' || operator === '//') return true
  const isNumber = (side: unknown) => isNode(side) && (side.type === 'IntegerLiteral' || side.type === 'FloatLiteral')
  if (operator === '+') return isNumber(node.left) || isNumber(node.right)
  return operator === '%' && isNumber(node.right) && isNode(node.left) && node.left.type !== 'StringLiteral'
}

/** Of `space.name` also what is set as any `.name`. */
function sourcesOfMember(node: Node): readonly Node[] | undefined {
  const object = nodeAt(node, 'object')
  const name = node.computed === true ? undefined : textOf(nodeAt(node, 'property'))
  if (object === undefined) return undefined
  return name === undefined ? [object] : [object, { type: 'Identifier', value: attribute(name) }]
}
