import type { Source } from '../content/source.ts'
import { readNpyHeader } from '../numpy/npy-header.ts'
import { isJsonObject, type JsonObject } from '../strict-json.ts'
import { treeNodeFault } from '../tree-node-fault.ts'

/** Why the nodes of a decision tree, in a member of their own, are none that scikit-learn can follow. */
export function treeFault(tree: JsonObject, members: ReadonlyMap<string, Source>): string | undefined {
  const nodes = member(member(tree.content, 'content'), 'nodes')
  const file = member(nodes, 'file')
  const array = typeof file === 'string' ? members.get(file) : undefined
  const args = member(member(tree.__reduce__, 'args'), 'content')
  const features = Array.isArray(args) ? Number(member(args[0], 'content')) : Number.NaN
  const header = array && readNpyHeader(array)
  if (!array || typeof header !== 'object' || !Number.isInteger(features)) return 'has no array of nodes'
  const { dtype, shape, end } = header
  return treeNodeFault(array, { dtype, shape, data: { start: end, end: array.size } }, features)
}

const member = (value: unknown, key: string): unknown => (isJsonObject(value) ? value[key] : undefined)
