import { type Node, nodeAt, nodesAt, textOf } from './node.ts'

/** What a template binds each of its names to; `undefined` stands for a value that is no expression. */
export type Bindings = ReadonlyMap<string, readonly (Node | undefined)[]>

/** Names of what has no name of its own: attributes that are set, items that are added, macros. */
export const attribute = (name: string): string => `.${name}`
export const ADDED = '.*'
export const macro = (name: string): string => `macro ${name}`

const ADDING = ['append', 'extend', 'insert', 'update', 'setdefault']

/** All that `set`, `for` and macros bind; a parameter may be any argument of any call. */
export function bindingsOf(nodes: readonly Node[]): Bindings {
  const bindings = new Map<string, (Node | undefined)[]>()
  const bind = (name: string | undefined, values: readonly (Node | undefined)[]) => {
    if (name === undefined) return
    const bound = bindings.get(name)
    if (bound) bound.push(...values)
    else bindings.set(name, [...values])
  }
  const calls = callsByCallee(nodes)
  const argumentsOf = (name: string) => (calls.get(name) ?? []).flatMap(call => nodesAt(call, 'args'))
  for (const node of nodes) {
    if (node.type === 'Set')
      for (const target of targetsOf(nodeAt(node, 'assignee'))) bind(target, [nodeAt(node, 'value')])
    if (node.type === 'For')
      for (const target of targetsOf(nodeAt(node, 'loopvar')))
        bind(target, [nodeAt(node, 'iterable'), ...argumentsOf('loop')])
    if (node.type === 'CallStatement') bindParameters(nodesAt(node, 'callerArgs'), calls.get('caller') ?? [], bind)
    if (node.type !== 'Macro') continue
    const name = textOf(nodeAt(node, 'name')) ?? ''
    bind(macro(name), [])
    bindParameters(nodesAt(node, 'args'), calls.get(name) ?? [], bind)
  }
  for (const method of ADDING) bind(ADDED, argumentsOf(attribute(method)))
  return bindings
}

/** A parameter may be what stands in its place or under its name in any call, or its preset; after `*` any of them. */
function bindParameters(
  parameters: readonly Node[],
  calls: readonly Node[],
  bind: (name: string | undefined, values: readonly (Node | undefined)[]) => void,
): void {
  for (const [place, parameter] of parameters.entries()) {
    const isOptional = parameter.type === 'KeywordArgumentExpression'
    const name = textOf(isOptional ? nodeAt(parameter, 'key') : parameter)
    bind(name, isOptional ? [nodeAt(parameter, 'value')] : [])
    for (const call of calls) {
      const given = nodesAt(call, 'args')
      const isSpread = given.some(({ type }) => type.endsWith('SpreadExpression'))
      const isMeant = (argument: Node, at: number) =>
        argument.type === 'KeywordArgumentExpression' ? textOf(nodeAt(argument, 'key')) === name : at === place
      bind(
        name,
        given.filter((argument, at) => isSpread || isMeant(argument, at)),
      )
    }
  }
}

/** All calls, by the function's name or, with a dot before it, the method's. */
function callsByCallee(nodes: readonly Node[]): Map<string, Node[]> {
  const calls = new Map<string, Node[]>()
  for (const node of nodes) {
    if (node.type !== 'CallExpression') continue
    const callee = nodeAt(node, 'callee')
    const method = callee && textOf(nodeAt(callee, 'property'))
    const name = method === undefined ? (textOf(callee) ?? '') : attribute(method)
    const known = calls.get(name)
    if (known) known.push(node)
    else calls.set(name, [node])
  }
  return calls
}

/** Names that are assigned to; of `space.name` the attribute. */
function targetsOf(node: Node | undefined): (string | undefined)[] {
  if (node?.type === 'TupleLiteral') return nodesAt(node, 'value').flatMap(targetsOf)
  if (node?.type === 'MemberExpression') return [attribute(textOf(nodeAt(node, 'property')) ?? '')]
  return [textOf(node)]
}
