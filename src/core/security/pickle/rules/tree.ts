import type { ArrayData } from '../../numpy/array-data.ts'
import { itemCount } from '../../numpy/dtype.ts'
import { itemBytes } from '../../numpy/item-bytes.ts'
import type { Machine } from '../machine.ts'
import { defineRule } from './rule.ts'

const LEAF = -1
const INT64 = 8

/**
 * scikit-learn follows the child indices of a decision tree without bounds: each must be a later node of the same tree,
 * and each split a feature the tree has (sklearn/tree/_tree.pyx, `_apply_dense`).
 */
export const tree = defineRule({
  on: ['sklearn.tree._tree:Tree'],
  restored(target, state, machine) {
    if (state.kind !== 'dict') return undefined
    const nodes = state.entries.get('nodes')
    const count = state.entries.get('node_count')
    const [features] = target.args
    if (nodes?.kind !== 'instance' || !nodes.array || features?.kind !== 'int') return 'has no array of nodes'
    if (count?.kind !== 'int' || count.value !== itemCount(nodes.array.shape))
      return 'has more or fewer nodes than it says'
    return nodeFault(machine, nodes.array, features.value ?? 0)
  },
})

function nodeFault(machine: Machine, array: ArrayData, features: number): string | undefined {
  const bytes = itemBytes(machine.bytes, array)
  const { fields, itemsize } = array.dtype
  const [left, right, feature] = ['left_child', 'right_child', 'feature'].map(name => fields?.get(name))
  if (!bytes || !left || !right || !feature) return 'has nodes of an unknown layout'
  if ([left, right, feature].some(({ dtype }) => dtype.kind !== 'i' || dtype.itemsize !== INT64 || !dtype.littleEndian))
    return 'has nodes of an unknown layout'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nodes = Math.floor(bytes.byteLength / itemsize)
  for (let node = 0; node < nodes; node++) {
    const at = node * itemsize
    const child = int64(view, at + left.offset)
    if (child === LEAF) continue
    const other = int64(view, at + right.offset)
    const split = int64(view, at + feature.offset)
    if (!(child > node && child < nodes && other > node && other < nodes))
      return `has a node ${node} whose child lies outside it`
    if (!(split >= 0 && split < features)) return `has a node ${node} that splits on a feature it does not have`
  }
  return undefined
}

/** Exact where it fits an index; anything larger stays larger. */
const int64 = (view: DataView, at: number) => view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)
