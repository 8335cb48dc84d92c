import type { Source } from './content/source.ts'
import type { ArrayData } from './numpy/array-data.ts'
import { itemBytes } from './numpy/item-bytes.ts'

const LEAF = -1
const INT64 = 8

/**
 * Why the nodes of a decision tree are none that scikit-learn can follow: it follows child indices without bounds, so each must be
 * a later node of the same tree, and each split a feature the tree has (sklearn/tree/_tree.pyx, `_apply_dense`).
 */
export function treeNodeFault(file: Source, array: ArrayData, features: number): string | undefined {
  const items = itemBytes(file, array)
  const { fields, itemsize } = array.dtype
  const [left, right, feature] = ['left_child', 'right_child', 'feature'].map(name => fields?.get(name))
  if (!items || !left || !right || !feature) return 'has nodes of an unknown layout'
  if ([left, right, feature].some(({ dtype }) => dtype.kind !== 'i' || dtype.itemsize !== INT64 || !dtype.littleEndian))
    return 'has nodes of an unknown layout'
  const nodes = Math.floor(items.size / itemsize)
  for (let node = 0; node < nodes; node++) {
    const { start, view } = items.window(node * itemsize, itemsize)
    const at = node * itemsize - start
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
