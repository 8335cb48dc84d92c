import type { ArrayData } from '../../numpy/array-data.ts'
import { itemCount } from '../../numpy/dtype.ts'
import { itemBytes } from '../../numpy/item-bytes.ts'
import { intReader } from '../../numpy/read-int.ts'
import type { Machine } from '../machine.ts'
import type { Value } from '../value.ts'
import { arrayOf } from './array-of.ts'
import { defineRule } from './rule.ts'

const UNKNOWN = 'has arrays that cannot be followed'
const OUTSIDE = 'has nodes or indices that lie outside it'

/** scikit-learn's trees of neighbours: it goes where their indices and nodes say, without looking (sklearn/neighbors/_binary_tree.pxi.tp). */
export const neighbourTree = defineRule({
  on: ['sklearn.neighbors._kd_tree:KDTree', 'sklearn.neighbors._ball_tree:BallTree'],
  restored: (_, state, machine) => (state.kind === 'tuple' ? treeFault(state.items, machine) : undefined),
})

function treeFault(items: readonly Value[], machine: Machine): string | undefined {
  const [data, indices, nodes, bounds] = items.map(arrayOf)
  const [points, dimensions] = data?.shape ?? []
  const total = items[6]?.kind === 'int' ? items[6].value : undefined
  if (!indices || !nodes || !bounds || points === undefined || total === undefined) return UNKNOWN
  const weights = arrayOf(items[12])
  const [, bounded, width] = bounds.shape
  if (nodes.shape[0] !== total || bounded !== total || width !== dimensions) return OUTSIDE
  if (indices.shape[0] !== points || (weights && weights.shape[0] !== points)) return OUTSIDE
  const places = column(machine, indices)
  const [starts, ends, leaves] = ['idx_start', 'idx_end', 'is_leaf'].map(name => column(machine, nodes, name))
  if (!places || !starts || !ends || !leaves) return UNKNOWN
  for (let i = 0; i < points; i++) if (!isBelow(places(i), points)) return OUTSIDE
  for (let i = 0; i < total; i++) {
    if (!isBelow(starts(i), ends(i) + 1) || ends(i) > points) return OUTSIDE
    if (leaves(i) === 0 && 2 * i + 2 >= total) return OUTSIDE
  }
  return undefined
}

const isBelow = (value: number, end: number) => value >= 0 && value < end

/** Reads the integers of an array, or of one field of it, by their place. */
function column({ source }: Machine, array: ArrayData, name?: string): ((at: number) => number) | undefined {
  const items = itemBytes(source, array)
  const { itemsize, fields } = array.dtype
  const field = name === undefined ? { dtype: array.dtype, offset: 0 } : fields?.get(name)
  const read = field && intReader(field.dtype)
  if (!items || !read || items.size < itemCount(array.shape) * itemsize) return undefined
  return at => {
    const { start, view } = items.window(at * itemsize, itemsize)
    return read(view, at * itemsize - start + field.offset)
  }
}
