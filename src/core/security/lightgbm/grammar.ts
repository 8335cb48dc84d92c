const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|inf|nan)`
const numbers = new RegExp(`^(?:${NUMBER}(?: +${NUMBER})*)? *$`, 'i')
const INTERVAL = String.raw`\[${NUMBER}:${NUMBER}\]`
const infos = new RegExp(`^(?:(?:none|${INTERVAL}|-?\\d+(?::-?\\d+)*)(?: |$))*$`, 'i')

/** A name or an objective with its settings: no control characters. */
const words = /^[^\x00-\x1f\x7f]*$/

/** Lines before the trees: `key=value` (LightGBM, gbdt_model_text.cpp, SaveModelToString). */
export const HEADER: Readonly<Record<string, RegExp>> = {
  version: /^v[234]$/,
  num_class: /^\d+$/,
  num_tree_per_iteration: /^\d+$/,
  label_index: /^\d+$/,
  max_feature_idx: /^\d+$/,
  objective: words,
  feature_names: words,
  feature_infos: infos,
  monotone_constraints: numbers,
  tree_sizes: numbers,
}

/** Lines of a tree (tree.cpp, Tree::ToString), and whether each has a number per `leaf` or per inner `node`. */
export const TREE: Readonly<Record<string, { readonly form: RegExp; readonly per?: 'leaf' | 'node' }>> = {
  num_leaves: { form: /^\d+$/ },
  num_cat: { form: /^\d+$/ },
  split_feature: { form: numbers, per: 'node' },
  split_gain: { form: numbers, per: 'node' },
  threshold: { form: numbers, per: 'node' },
  decision_type: { form: numbers, per: 'node' },
  left_child: { form: numbers, per: 'node' },
  right_child: { form: numbers, per: 'node' },
  leaf_value: { form: numbers, per: 'leaf' },
  leaf_weight: { form: numbers },
  leaf_count: { form: numbers },
  internal_value: { form: numbers },
  internal_weight: { form: numbers },
  internal_count: { form: numbers },
  cat_boundaries: { form: numbers },
  cat_threshold: { form: numbers },
  is_linear: { form: /^[01]$/ },
  leaf_const: { form: numbers },
  num_features: { form: numbers },
  leaf_features: { form: numbers },
  leaf_coeff: { form: numbers },
  shrinkage: { form: numbers },
}

export const TREE_START = /^Tree=\d+$/
export const TREES_END = 'end of trees'
export const FLAGS = ['average_output', 'linear_tree']
export const IMPORTANCE = /^[^\x00-\x1f\x7f]+=\d+(?:\.\d+)?(?:e[+-]?\d+)?$/
export const PARAMETER = /^\[[a-z0-9_]+: [^\x00-\x1f\x7f]*\]$/
export const CATEGORIES = /^pandas_categorical:(.*)$/
