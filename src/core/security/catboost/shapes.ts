import { number, numbers, type Shape, table, tables, text, texts } from '../flatbuffers/shape.ts'

// The slots of CatBoost's tables, in the order of model.fbs, features.fbs and ctr_data.fbs of release 1.2.10.

const FLAG = number(1)
const INT = number(4)
const FLOAT = number(4)
const DOUBLE = number(8)
/** Two indices, or an index and a border. */
const SPLITS = numbers(8)

const pair: Shape = { name: 'TKeyValue', fields: [text, text] }
const category: Shape = { name: 'TCatFeature', fields: [INT, INT, text, FLAG] }
const float: Shape = { name: 'TFloatFeature', fields: [FLAG, INT, INT, numbers(4), text, FLAG] }
const words: Shape = { name: 'TTextFeature', fields: [INT, INT, text, FLAG] }
const embedding: Shape = { name: 'TEmbeddingFeature', fields: [INT, INT, text, INT, FLAG] }
const estimated: Shape = { name: 'TEstimatedFeature', fields: [INT, number(16), INT, numbers(4), FLAG] }
const oneHot: Shape = { name: 'TOneHotFeature', fields: [INT, numbers(4), texts] }
const combination: Shape = { name: 'TFeatureCombination', fields: [numbers(4), SPLITS, SPLITS] }
const counterBase: Shape = { name: 'TModelCtrBase', fields: [table(combination), FLAG, INT] }
const counter: Shape = { name: 'TModelCtr', fields: [table(counterBase), INT, FLOAT, FLOAT, FLOAT, FLOAT] }
const counterFeature: Shape = { name: 'TCtrFeature', fields: [table(counter), numbers(4)] }

/** Slots of the trees. */
export const TREES = {
  dimension: 0,
  splits: 1,
  sizes: 2,
  starts: 3,
  floats: 5,
  oneHots: 6,
  counters: 7,
  leafValues: 8,
  leafWeights: 9,
  steps: 10,
  leaves: 11,
  estimated: 13,
} as const

const trees: Shape = {
  name: 'TModelTrees',
  fields: [
    INT,
    numbers(4),
    numbers(4),
    numbers(4),
    tables(category),
    tables(float),
    tables(oneHot),
    tables(counterFeature),
    numbers(8),
    numbers(8),
    numbers(4),
    numbers(4),
    tables(words),
    tables(estimated),
    DOUBLE,
    DOUBLE,
    numbers(8),
    numbers(4),
    tables(embedding),
  ],
}

/** Slots of the core. */
export const CORE = { trees: 1, parameters: 2, parts: 3 } as const

export const core: Shape = { name: 'TModelCore', fields: [text, table(trees), tables(pair), texts] }

/** Slots of what is counted of one combination of categories. */
export const COUNTED = { buckets: 1, blob: 2, classes: 4 } as const

export const counted: Shape = {
  name: 'TCtrValueTable',
  fields: [table(counterBase), numbers(1), numbers(1), INT, INT],
}
