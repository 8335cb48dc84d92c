import { identifiersOf } from './identifiers-of.ts'
import { type PartReader, requireName, takeTable } from './part-reader.ts'
import { EMBEDDINGS, embeddings } from './part-shapes.ts'
import { readEmbeddingCalcer } from './read-embedding-calcer.ts'
import { requireParts } from './require-parts.ts'
import { requireWithin } from './require-within.ts'

const CALCER = 0

/**
 * Passes over what makes numbers of embeddings, in the order that the head names it
 * (catboost/private/libs/embedding_features/embedding_processing_collection.cpp). Throws FlatFault.
 */
export function readEmbeddings(reader: PartReader): void {
  requireName(reader, 'embed_process_1')
  const head = takeTable(reader, embeddings)
  const calcers = identifiersOf(head, EMBEDDINGS.calcers)
  requireWithin(head, EMBEDDINGS.ofFeatures, calcers.length)
  requireParts(
    reader,
    calcers.map(identifier => ({ kind: CALCER, identifier, read: () => readEmbeddingCalcer(reader) })),
  )
}
