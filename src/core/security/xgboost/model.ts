import { z } from 'zod'

/** `{ "key": "value" }`, as all parameters are written. */
const Parameters = z.record(z.string(), z.string())
/** An array of numbers, or of the booleans of earlier versions; checked at once, for there may be millions. */
const Numbers = z.custom<readonly number[]>(
  value => Array.isArray(value) && value.every(item => typeof item === 'number' || typeof item === 'boolean'),
)
const Texts = z.array(z.string())

const Tree = z.strictObject({
  id: z.int().optional(),
  tree_param: Parameters,
  left_children: Numbers,
  right_children: Numbers,
  parents: Numbers,
  split_indices: Numbers,
  split_conditions: Numbers,
  default_left: Numbers,
  base_weights: Numbers,
  loss_changes: Numbers.optional(),
  sum_hessian: Numbers.optional(),
  leaf_child_counts: Numbers.optional(),
  leaf_weights: Numbers.optional(),
  split_type: Numbers.optional(),
  categories: Numbers.optional(),
  categories_nodes: Numbers.optional(),
  categories_segments: Numbers.optional(),
  categories_sizes: Numbers.optional(),
})
export type Tree = z.infer<typeof Tree>

/** Names of categories: offsets into bytes, or plain numbers. */
const Category = z.strictObject({ offsets: Numbers.optional(), values: Numbers, type: z.int().optional() })
const Categories = z.strictObject({ enc: z.array(Category), feature_segments: Numbers, sorted_idx: Numbers })

const Trees = z.strictObject({
  name: z.literal('gbtree').optional(),
  model: z.strictObject({
    gbtree_model_param: Parameters,
    trees: z.array(Tree),
    tree_info: Numbers,
    iteration_indptr: Numbers.optional(),
    cats: Categories.optional(),
  }),
})

const Booster = z.union([
  Trees.extend({ name: z.literal('gbtree') }),
  z.strictObject({ name: z.literal('dart'), gbtree: Trees, weight_drop: Numbers }),
  z.strictObject({
    name: z.literal('gblinear'),
    model: z.strictObject({ weights: Numbers, boosted_rounds: z.int().optional(), param: Parameters.optional() }),
  }),
])

/** What XGBoost's save_model writes, as JSON or as Universal Binary JSON (doc/model.schema; read from files of 3.2). */
export const XgboostModel = z.strictObject({
  version: z.tuple([z.int(), z.int(), z.int()]),
  learner: z.strictObject({
    attributes: Parameters,
    feature_names: Texts,
    feature_types: Texts,
    gradient_booster: Booster,
    learner_model_param: Parameters,
    objective: z.object({ name: z.string() }).catchall(z.union([Parameters, Numbers])),
    cats: Categories.optional(),
  }),
})
export type XgboostModel = z.infer<typeof XgboostModel>
