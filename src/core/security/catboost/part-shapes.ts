import { number, numbers, type Shape, table, tables, union } from '../flatbuffers/shape.ts'
import { IDENTIFIER } from './identifiers-of.ts'

// The slots of the tables of texts and embeddings, in the order of text_processing_collection.fbs, feature_calcers.fbs,
// dictionary_meta_info.fbs, embedding_processing_collection.fbs and embedding_feature_calcers.fbs of release 1.2.10.

const FLAG = number(1)
const INT = number(4)
const FLOAT = number(4)
const LONG = number(8)
const IDENTIFIERS = numbers(IDENTIFIER)

const neighbours: Shape = { name: 'AdjacencyList', fields: [numbers(4)] }

/** Slots of the head of what is done with texts. */
export const TEXTS = { tokenizers: 0, dictionaries: 1, calcers: 2, ofFeatures: 3, ofTokenized: 4 } as const

export const texts: Shape = {
  name: 'TCollectionHeader',
  fields: [IDENTIFIERS, IDENTIFIERS, IDENTIFIERS, tables(neighbours), tables(neighbours)],
}

/** Slots of the head of what is done with embeddings. */
export const EMBEDDINGS = { calcers: 0, ofFeatures: 1 } as const

export const embeddings: Shape = { name: 'TCollectionHeader', fields: [IDENTIFIERS, tables(neighbours)] }

/** Slots of what begins each part. */
export const PART = { kind: 0, identifier: 1 } as const

export const part: Shape = { name: 'TCollectionPart', fields: [FLAG, number(IDENTIFIER)] }

/** Slots of a dictionary. */
export const DICTIONARY = { size: 0, options: 1 } as const

/** Slots of a dictionary's options. */
export const OPTIONS = { level: 0, gramOrder: 1 } as const

const options: Shape = { name: 'TDictionaryOptions', fields: [FLAG, INT, INT, INT, FLAG, FLAG] }

export const dictionary: Shape = { name: 'TDictionaryMetaInfo', fields: [INT, table(options), INT, INT] }

/** Slots of what counts or projects. */
export const CALCER = { identifier: 0, active: 1, kind: 2, of: 3 } as const

/** Slots of BM25. */
export const BM25 = { classes: 0, ofClasses: 5, frequencies: 6 } as const

const bm25: Shape = { name: 'TBM25', fields: [INT, FLOAT, FLOAT, FLOAT, LONG, numbers(8), numbers(8)] }

/** Slots of naive Bayes. */
export const BAYES = { classes: 0, documents: 4, ofClasses: 5 } as const

const bayes: Shape = { name: 'TNaiveBayes', fields: [INT, FLOAT, FLOAT, LONG, numbers(4), numbers(8)] }

/** Slots of a bag of words. */
export const WORDS = { tokens: 0 } as const

const words: Shape = { name: 'TBoW', fields: [INT] }

export const textCalcer: Shape = {
  name: 'TFeatureCalcer',
  fields: [number(IDENTIFIER), numbers(4), FLAG, union(bm25, bayes, words)],
}

/** Slots of a linear discriminant analysis. */
export const LDA = { dimension: 0, classes: 1, projected: 2, probabilities: 3, matrix: 4, isOfClasses: 5 } as const

const lda: Shape = { name: 'TLDA', fields: [INT, INT, INT, FLAG, numbers(4), FLAG] }

/** Slots of nearest neighbours. */
export const KNN = { dimension: 0, classes: 1, size: 3, isOfClasses: 4 } as const

const knn: Shape = { name: 'TKNN', fields: [INT, INT, INT, INT, FLAG] }

export const embeddingCalcer: Shape = {
  name: 'TEmbeddingCalcer',
  fields: [number(IDENTIFIER), numbers(4), FLAG, union(lda, knn)],
}
