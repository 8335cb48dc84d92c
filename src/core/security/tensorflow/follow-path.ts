import type { GraphNode, Graphs, Scope } from './read-graphs.ts'

/** Which input of an operation is the file it reads or writes. */
export const FILE_INPUTS: Readonly<Record<string, readonly number[]>> = {
  InitializeTableFromTextFile: [1],
  InitializeTableFromTextFileV2: [1],
  MergeV2Checkpoints: [0, 1],
  Restore: [0],
  RestoreSlice: [0],
  RestoreV2: [0],
  Save: [0],
  SaveSlices: [0],
  SaveV2: [0],
  ShardedFilename: [0],
}

/** Operations that give the path on, by the inputs that can be its beginning. */
const GIVES_ON: Readonly<Record<string, readonly number[] | 'all'>> = {
  Identity: [0],
  ExpandDims: [0],
  Reshape: [0],
  Pack: 'all',
  Select: [1, 2],
  SelectV2: [1, 2],
  ShardedFilename: [0],
  StringJoin: [0],
}
const GIVEN = ['Placeholder', 'PlaceholderWithDefault', 'PlaceholderV2']
const CALLS = ['PartitionedCall', 'StatefulPartitionedCall']

/** Whether the path always begins with what the loader gives (the model's own folder) or is one of its assets. */
export function isGivenPath(graphs: Graphs, scope: Scope, input: string): boolean {
  const open = [{ scope, input }]
  const seen = new Set<string>()
  for (let next = open.pop(); next; next = open.pop()) {
    const key = `${next.scope.name ?? ''}\n${next.input}`
    if (seen.has(key)) continue
    seen.add(key)
    const node = next.scope.nodes.get(next.input)
    const sources = node ? sourcesOf(graphs, next.scope, node) : callersOf(graphs, next.scope, next.input)
    if (sources === undefined) return false
    open.push(...sources)
  }
  return true
}

function sourcesOf(graphs: Graphs, scope: Scope, node: GraphNode) {
  if (scope.name === undefined && graphs.assets.has(node.name)) return []
  if (GIVEN.includes(node.op)) return []
  const places = Object.hasOwn(GIVES_ON, node.op) ? GIVES_ON[node.op] : undefined
  if (places)
    return node.inputs.filter((_, at) => places === 'all' || places.includes(at)).map(input => ({ scope, input }))
  if (node.op !== 'ReadVariableOp') return undefined
  const assigned = [...scope.nodes.values()].filter(
    ({ op, inputs }) => op === 'AssignVariableOp' && inputs[0] === node.inputs[0],
  )
  return assigned.length > 0 ? assigned.map(({ inputs }) => ({ scope, input: inputs[1] ?? '' })) : undefined
}

/** What the callers of a function give for an argument; a function nobody calls is given it by the loader. */
function callersOf(graphs: Graphs, scope: Scope, argument: string) {
  const place = scope.arguments.indexOf(argument)
  const { name } = scope
  if (name === undefined || place < 0) return undefined
  const sources: { scope: Scope; input: string }[] = []
  for (const caller of graphs.scopes) {
    for (const node of caller.nodes.values()) {
      if (node.op !== name && !node.calls.includes(name)) continue
      const input = node.inputs[place]
      if (input === undefined || (node.op !== name && !CALLS.includes(node.op))) return undefined
      sources.push({ scope: caller, input })
    }
  }
  return sources
}
