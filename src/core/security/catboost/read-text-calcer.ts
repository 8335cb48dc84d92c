import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, type FlatTable, tablesOf, wholeOf } from '../flatbuffers/flat-table.ts'
import { identifiersOf } from './identifiers-of.ts'
import { type PartReader, requireName, skip, takeLong, takeTable, takeWord } from './part-reader.ts'
import { BAYES, BM25, CALCER, textCalcer, WORDS } from './part-shapes.ts'
import { requireActive } from './require-active.ts'
import { requireFree } from './require-free.ts'

/** CatBoost's own numbers of what counts tokens, by those of the tables that describe them (catboost/private/libs/options/enums.h). */
const KINDS = [undefined, 2, 1, 0]
const [OF_BM25, OF_BAYES] = [1, 2]
/** A token and how often it was seen. */
const BUCKET = 8
const FREE = 0xffffffff

/** Passes over what makes numbers of tokens; gives its identifier. Throws FlatFault. */
export function readTextCalcer(reader: PartReader): string {
  requireName(reader, 'FeatureCalcerV1')
  const kind = takeWord(reader)
  const calcer = takeTable(reader, textCalcer)
  const union = wholeOf(calcer, CALCER.kind, 0)
  const [of] = tablesOf(calcer, CALCER.of)
  if (!of || KINDS[union] !== kind)
    throw new FlatFault(`has something of kind ${kind} that is not known to count tokens`)
  if (union === OF_BM25) requireClasses(of, [BM25.ofClasses], BM25.classes)
  if (union === OF_BAYES) requireClasses(of, [BAYES.documents, BAYES.ofClasses], BAYES.classes)
  const outputs = wholeOf(of, WORDS.tokens, 0)
  requireActive(calcer, outputs)
  if (union === OF_BM25 || union === OF_BAYES) {
    if (takeWord(reader) !== outputs) throw new FlatFault('has tokens counted of other classes than it has')
    for (let i = 0; i < outputs; i++) readFrequencies(reader)
  }
  return identifiersOf(calcer, CALCER.identifier)[0] ?? ''
}

/** Something of each class is read without a look at how many there are. */
function requireClasses(of: FlatTable, ofClasses: readonly number[], classes: number): void {
  const count = wholeOf(of, classes, 0)
  if (ofClasses.some(slot => countOf(of, slot) !== count)) throw new FlatFault('has arrays of different lengths')
}

/** How often each token was seen in one class (library/cpp/containers/dense_hash/dense_hash.h). */
function readFrequencies(reader: PartReader): void {
  const mask = takeLong(reader)
  const filled = takeLong(reader)
  takeLong(reader)
  const buckets = takeWord(reader)
  const { view, at } = reader
  skip(reader, buckets * BUCKET)
  const free = takeWord(reader)
  const taken = requireFree(buckets, i => view.getUint32(at + i * BUCKET, true) === free)
  if (mask !== buckets - 1 || filled !== taken || free !== FREE || takeWord(reader) !== 0)
    throw new FlatFault(`has a table of hashes at byte ${at} that is not as CatBoost writes it`)
}
