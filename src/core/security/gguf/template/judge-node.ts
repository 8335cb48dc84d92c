import { type Bindings, macro } from './bindings.ts'
import type { TemplateFinding } from './inspect-template.ts'
import { isPrivate, makesNoText } from './makes-no-text.ts'
import { literalOf, type Node, nodeAt, nodesAt, textOf } from './node.ts'
import { ATTRIBUTE_FILTERS, FILTERS, FUNCTIONS, METHODS, REFUSED_MEMBERS } from './vocabulary.ts'

interface Refused extends Pick<TemplateFinding, 'name' | 'reason'> {
  /** How the template spells it, where the name is not its spelling. */
  readonly spelt?: string
}

/** Statements and expressions that need no look beyond their parts. */
const PLAIN = new Set(
  (
    'Program If For Break Continue Set Macro Comment CallStatement Ternary SelectExpression TestExpression UnaryExpression ' +
    'BinaryExpression IntegerLiteral FloatLiteral ArrayLiteral TupleLiteral ObjectLiteral SliceExpression ' +
    'KeywordArgumentExpression SpreadExpression KeywordSpreadExpression'
  ).split(' '),
)

/** Why this node, apart from its parts, is not known to be harmless; undefined where it is. */
export function judgeNode(node: Node, bindings: Bindings): Refused | undefined {
  switch (node.type) {
    case 'Identifier':
      return judgeName(textOf(node) ?? '', /__/)
    case 'StringLiteral':
      return judgeName(textOf(node) ?? '', /^_+\w*_*$/)
    case 'MemberExpression':
      return judgeMember(node, bindings)
    case 'CallExpression':
      return judgeCall(node, bindings)
    case 'FilterExpression':
    case 'FilterStatement':
      return judgeFilter(node)
    default:
      return PLAIN.has(node.type) ? undefined : { name: node.type, reason: 'is an expression of an unknown kind' }
  }
}

const judgeName = (name: string, refused: RegExp): Refused | undefined =>
  refused.test(name) ? { name, reason: "is a name, or a piece of one, of Python's own objects" } : undefined

function judgeMember(node: Node, bindings: Bindings): Refused | undefined {
  const property = nodeAt(node, 'property')
  if (property === undefined || property.type === 'SliceExpression') return undefined
  const name = node.computed === true ? literalOf(property) : textOf(property)
  if (name !== undefined)
    return isPrivate(name) || REFUSED_MEMBERS.has(name) ? { name, reason: 'reaches into a Python object' } : undefined
  if (makesNoText(property, bindings)) return undefined
  const spelt = textOf(nodeAt(node, 'object')) ?? ''
  return { name: `${spelt}[...]`, spelt, reason: 'has a subscript that the template puts together itself' }
}

function judgeCall(node: Node, bindings: Bindings): Refused | undefined {
  const callee = nodeAt(node, 'callee')
  if (callee?.type === 'Identifier') {
    const name = textOf(callee) ?? ''
    const isKnown = FUNCTIONS.has(name) || bindings.has(macro(name))
    return isKnown ? undefined : { name, reason: 'is called and is no function that templates are given' }
  }
  const method =
    callee?.type === 'MemberExpression' && callee.computed !== true ? textOf(nodeAt(callee, 'property')) : undefined
  if (method !== undefined && METHODS.has(method)) return undefined
  return { name: method ?? callee?.type ?? '', reason: 'is called and is no method of text, lists or dictionaries' }
}

function judgeFilter(node: Node): Refused | undefined {
  const filter = nodeAt(node, 'filter')
  const name = textOf(filter?.type === 'CallExpression' ? nodeAt(filter, 'callee') : filter) ?? ''
  if (!FILTERS.has(name)) return { name, reason: 'is a filter that nothing allows' }
  const args = filter ? nodesAt(filter, 'args') : []
  const named = args.filter(({ type }) => type === 'KeywordArgumentExpression')
  const attribute = named.find(argument => textOf(nodeAt(argument, 'key')) === 'attribute')
  const [first] = args
  const applied = literalOf(first)
  if (name === 'map' && !attribute && (applied === undefined || applied === 'map' || !FILTERS.has(applied)))
    return { name, reason: 'applies a filter that nothing allows' }
  const path = attribute ? nodeAt(attribute, 'value') : ATTRIBUTE_FILTERS.has(name) ? first : undefined
  if (path === undefined) return undefined
  const read = literalOf(path)
  const isClean = read !== undefined && !read.split('.').some(part => isPrivate(part) || REFUSED_MEMBERS.has(part))
  return isClean ? undefined : { name: read ?? name, reason: 'reaches into a Python object' }
}
