import { countOf, type FlatTable, tablesOf, wholeOf, word } from '../flatbuffers/flat-table.ts'
import { TREES } from './shapes.ts'

/** CatBoost's own greatest depth of a symmetric tree. */
const DEEPEST = 16

/**
 * What is wrong with the shape of the trees, which CatBoost follows without looking whether it leads out of its arrays
 * (catboost/libs/model/model.cpp); undefined where nothing is.
 */
export function treeFault(trees: FlatTable): string | undefined {
  const dimension = wholeOf(trees, TREES.dimension, 0)
  if (dimension < 1) return 'has trees without a dimension'
  const splits = countOf(trees, TREES.splits)
  const bins = binsOf(trees)
  const isSymmetric = countOf(trees, TREES.steps) === 0
  for (let i = 0; i < splits; i++) {
    const bin = word(trees, TREES.splits, i)
    // Trees that are not symmetric have a 0 where a leaf is.
    if (bin >= bins && !(bin === 0 && !isSymmetric)) return `has a split ${i} by a border that it does not have`
  }
  const count = countOf(trees, TREES.sizes)
  if (countOf(trees, TREES.starts) !== count) return 'has arrays of different lengths'
  let start = 0
  for (let tree = 0; tree < count; tree++) {
    if (word(trees, TREES.starts, tree) !== start)
      return `has a tree ${tree} that does not begin where the one before it ends`
    start += word(trees, TREES.sizes, tree)
    if (start > splits) return `has a tree ${tree} with splits that it does not have`
  }
  if (start !== splits) return 'has splits of no tree'
  return isSymmetric ? symmetricFault(trees, dimension) : stepFault(trees, dimension)
}

/** Every level of a symmetric tree has one split: 2^depth leaves, with a value for each dimension. */
function symmetricFault(trees: FlatTable, dimension: number): string | undefined {
  let leaves = 0
  for (let tree = 0; tree < countOf(trees, TREES.sizes); tree++) {
    const depth = word(trees, TREES.sizes, tree)
    if (depth > DEEPEST) return `has a tree ${tree} that is deeper than ${DEEPEST}`
    leaves += 2 ** depth
  }
  const weights = countOf(trees, TREES.leafWeights)
  if (countOf(trees, TREES.leafValues) !== leaves * dimension || (weights !== 0 && weights !== leaves))
    return 'has not as many values as leaves'
  return undefined
}

/** Every node of another tree says how far its children are, 0 where it has none, and a leaf where its values begin. */
function stepFault(trees: FlatTable, dimension: number): string | undefined {
  const nodes = countOf(trees, TREES.steps)
  if (nodes !== countOf(trees, TREES.splits) || nodes !== countOf(trees, TREES.leaves))
    return 'has arrays of different lengths'
  const values = countOf(trees, TREES.leafValues)
  for (let tree = 0; tree < countOf(trees, TREES.sizes); tree++) {
    const start = word(trees, TREES.starts, tree)
    const end = start + word(trees, TREES.sizes, tree)
    for (let node = start; node < end; node++) {
      const step = word(trees, TREES.steps, node)
      const [left, right] = [step & 0xffff, step >>> 16]
      if (node + Math.max(left, right) >= end) return `has a node ${node} whose children are no nodes of its tree`
      const isLeaf = left === 0 || right === 0
      if (isLeaf && word(trees, TREES.leaves, node) + dimension > values) return `has a leaf ${node} without values`
    }
  }
  return undefined
}

/** Borders and categories that a split can be by, all features in a row. */
function binsOf(trees: FlatTable): number {
  const borders = (features: number, slot: number) =>
    tablesOf(trees, features).reduce((sum, feature) => sum + countOf(feature, slot), 0)
  return borders(TREES.floats, 3) + borders(TREES.estimated, 3) + borders(TREES.oneHots, 1) + borders(TREES.counters, 1)
}
