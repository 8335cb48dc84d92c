import { itemCount } from '../../numpy/dtype.ts'
import { treeNodeFault } from '../../tree-node-fault.ts'
import { defineRule } from './rule.ts'

/** scikit-learn's decision trees, which it follows without looking where it goes. */
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
    return treeNodeFault(machine.source, nodes.array, features.value ?? 0)
  },
})
