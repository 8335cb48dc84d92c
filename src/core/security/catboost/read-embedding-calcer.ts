import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, type FlatTable, tablesOf, wholeOf } from '../flatbuffers/flat-table.ts'
import { identifiersOf } from './identifiers-of.ts'
import { type PartReader, requireName, skip, takeTable, takeWord } from './part-reader.ts'
import { CALCER, embeddingCalcer, KNN, LDA } from './part-shapes.ts'
import { requireActive } from './require-active.ts'
import { requireNeighbours } from './require-neighbours.ts'

/** CatBoost's own numbers of what is made of embeddings, by those of the tables that describe them (catboost/private/libs/options/enums.h). */
const KINDS = [undefined, 3, 4]
const OF_LDA = 1
const WORD = 4

/** Passes over what makes numbers of embeddings; gives its identifier. Throws FlatFault. */
export function readEmbeddingCalcer(reader: PartReader): string {
  requireName(reader, 'EmbedCalcerV1')
  const kind = takeWord(reader)
  const calcer = takeTable(reader, embeddingCalcer)
  const union = wholeOf(calcer, CALCER.kind, 0)
  const [of] = tablesOf(calcer, CALCER.of)
  if (!of || KINDS[union] !== kind)
    throw new FlatFault(`has something of kind ${kind} that is not known to read embeddings`)
  requireActive(calcer, union === OF_LDA ? projectedOf(of) : outputsOf(of))
  if (union !== OF_LDA) readCloud(reader, of)
  return identifiersOf(calcer, CALCER.identifier)[0] ?? ''
}

/** Numbers that a linear discriminant analysis makes. Of its classes the file holds nothing, where CatBoost would read for probabilities. */
function projectedOf(lda: FlatTable): number {
  const projected = wholeOf(lda, LDA.projected, 0)
  if (countOf(lda, LDA.matrix) !== projected * wholeOf(lda, LDA.dimension, 0))
    throw new FlatFault('has a projection of other dimensions than it says')
  if (wholeOf(lda, LDA.isOfClasses, 1) !== 0 && wholeOf(lda, LDA.probabilities, 0) !== 0)
    throw new FlatFault('asks for probabilities of classes that the file does not describe')
  return projected
}

const isOfClasses = (knn: FlatTable) => wholeOf(knn, KNN.isOfClasses, 1) !== 0

/** Numbers that nearest neighbours make: one of each class, or the mean of their targets. */
const outputsOf = (knn: FlatTable) => (isOfClasses(knn) ? wholeOf(knn, KNN.classes, 0) : 1)

/** Of each known embedding its target, its neighbours and itself (catboost/private/libs/embedding_features/knn.cpp). */
function readCloud(reader: PartReader, knn: FlatTable): void {
  const size = wholeOf(knn, KNN.size, 0)
  if (takeWord(reader) !== size) throw new FlatFault('has not as many targets as embeddings')
  const classes = isOfClasses(knn) ? wholeOf(knn, KNN.classes, 0) : undefined
  for (let i = 0; i < size; i++) {
    const target = takeWord(reader)
    if (classes !== undefined && target >= classes)
      throw new FlatFault('has an embedding of a class that it does not have')
  }
  requireNeighbours(reader, takeWord(reader), size)
  const numbers = takeWord(reader)
  if (numbers !== size * wholeOf(knn, KNN.dimension, 0))
    throw new FlatFault('has embeddings of other dimensions than it says')
  skip(reader, numbers * WORD)
}
