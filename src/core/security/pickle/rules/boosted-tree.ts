import { itemBytes } from '../../numpy/item-bytes.ts'
import { intReader } from '../../numpy/read-int.ts'
import type { Machine } from '../machine.ts'
import type { Dict } from '../value.ts'
import { arrayOf } from './array-of.ts'
import { defineRule } from './rule.ts'

/** More features than any table has. */
const FEATURES = 2 ** 24

/** Trees of scikit-learn's histogram-based boosting, which it follows without looking where it goes (_predictor.pyx). */
export const boostedTree = defineRule({
  on: ['sklearn.ensemble._hist_gradient_boosting.predictor:TreePredictor'],
  restored: (_, state, machine) => (state.kind === 'dict' ? nodesFault(state, machine) : undefined),
})

function nodesFault({ entries }: Dict, { source }: Machine): string | undefined {
  const array = arrayOf(entries.get('nodes'))
  const items = array && itemBytes(source, array)
  const read = ['left', 'right', 'feature_idx'].map(name => {
    const field = array?.dtype.fields?.get(name)
    const reader = field && intReader(field.dtype)
    return reader && ((view: DataView, at: number) => reader(view, at + field.offset))
  })
  const [left, right, feature] = read
  const leaf = array?.dtype.fields?.get('is_leaf')
  if (!items || !left || !right || !feature || leaf?.dtype.itemsize !== 1) return 'has nodes of an unknown layout'
  const size = array.dtype.itemsize
  const nodes = Math.floor(items.size / size)
  for (let node = 0; node < nodes; node++) {
    const { start, view } = items.window(node * size, size)
    const at = node * size - start
    if (view.getUint8(at + leaf.offset) !== 0) continue
    const children = [left(view, at), right(view, at)]
    if (children.some(child => !(child > node && child < nodes)))
      return `has a node ${node} whose child lies outside it`
    const split = feature(view, at)
    if (!(split >= 0 && split < FEATURES)) return `has a node ${node} that splits on a feature nothing has`
  }
  return undefined
}
