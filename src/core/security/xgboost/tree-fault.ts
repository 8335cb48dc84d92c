import type { Tree } from './model.ts'

const ABSENT = -1

/** What is wrong with a tree's shape, which a loader would follow out of its memory; undefined where nothing is. */
export function treeFault(tree: Tree): string | undefined {
  const nodes = tree.left_children.length
  const { right_children, parents, split_indices, split_conditions, default_left, base_weights } = tree
  const perNode = [right_children, parents, split_indices, split_conditions, default_left, base_weights]
  if (perNode.slice(0, -1).some(values => values.length !== nodes) || base_weights.length % Math.max(1, nodes) !== 0)
    return 'has arrays of different lengths'
  for (let node = 0; node < nodes; node++) {
    const left = tree.left_children[node] ?? ABSENT
    const right = right_children[node] ?? ABSENT
    // A leaf of a tree with vectors for leaves has the number of its vector on the right.
    const isLeaf = left === ABSENT && (right === ABSENT || (tree.leaf_weights !== undefined && isPlace(right, nodes)))
    if (!isLeaf && !(isChild(left, nodes) && isChild(right, nodes)))
      return `has a node ${node} whose children are no nodes of it`
  }
  return undefined
}

const isPlace = (value: number, nodes: number) => Number.isInteger(value) && value >= 0 && value < nodes
/** The root is nobody's child. */
const isChild = (child: number, nodes: number) => child > 0 && isPlace(child, nodes)
