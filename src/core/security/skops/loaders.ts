import type { AllowedName } from '../allowlists/allow-list.ts'

/** What skops may load by each kind of node (skops/io, protocols 1 and 2); kinds that call what a file names are missing. */
export const LOADERS: Readonly<Record<string, (name: AllowedName) => boolean>> = {
  BytearrayNode: ({ key }) => key === 'builtins:bytearray',
  BytesNode: ({ key }) => key === 'builtins:bytes',
  DTypeNode: ({ key }) => key === 'numpy:dtype',
  DefaultDictNode: ({ key }) => key === 'collections:defaultdict',
  DictNode: ({ key, uses }) => key === 'builtins:dict' || uses.includes('D'),
  FunctionNode: () => true,
  ListNode: ({ key }) => key === 'builtins:list',
  LossNode: ({ key }) => /^sklearn\.(_loss\._loss|linear_model\._sgd_fast):/.test(key),
  MaskedArrayNode: ({ key }) => key === 'numpy.ma:MaskedArray',
  NdArrayNode: ({ key }) => key.startsWith('numpy:'),
  ObjectNode: ({ uses }) => /[NB]/.test(uses),
  RandomGeneratorNode: ({ key }) => key === 'numpy.random._generator:Generator',
  RandomStateNode: ({ key }) => key === 'numpy.random.mtrand:RandomState',
  SetNode: ({ key }) => key === 'builtins:set',
  SliceNode: ({ key }) => key === 'builtins:slice',
  SparseMatrixNode: ({ key }) => key.startsWith('scipy.sparse.'),
  TreeNode: ({ key }) => key === 'sklearn.tree._tree:Tree',
  TupleNode: ({ key }) => key === 'builtins:tuple',
  TypeNode: () => true,
}

/** Nodes that name no class to load: a value as JSON, and another node again. */
export const NAMELESS: readonly string[] = ['JsonNode', 'CachedNode']
