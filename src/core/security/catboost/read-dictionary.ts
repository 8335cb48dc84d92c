import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { tablesOf, wholeOf } from '../flatbuffers/flat-table.ts'
import { readWholeFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import { type PartReader, requireName, skip, take, takeIdentifier, takeLong } from './part-reader.ts'
import { DICTIONARY, dictionary, OPTIONS } from './part-shapes.ts'
import { requireFree } from './require-free.ts'

/** Longest series of tokens that CatBoost knows. */
const MOST_GRAMS = 5
/** A hash, an identifier, and four bytes that align the next. */
const BUCKET = 16
const HEAD = 16

/**
 * Passes over the tokens that are known, by their hashes; gives the identifier of the dictionary
 * (library/cpp/text_processing/dictionary/mmap_frequency_based_dictionary_impl.h). Throws FlatFault.
 */
export function readDictionary(reader: PartReader): string {
  requireName(reader, 'DictionaryV1')
  const identifier = takeIdentifier(reader)
  const start = reader.at
  requireName(reader, 'MMapDictionary')
  const length = takeLong(reader)
  const begin = reader.at
  const told = readWholeFlatbuffer(take(reader, takeLong(reader)), dictionary)
  const [options] = tablesOf(told, DICTIONARY.options)
  if (!options) throw new FlatFault('has a dictionary without options')
  const order = wholeOf(options, OPTIONS.gramOrder, 1)
  if (order < 1 || order > MOST_GRAMS) throw new FlatFault(`has a dictionary of ${order} tokens in a row`)
  const isOfOne = wholeOf(options, OPTIONS.level, 0) === 1 || order === 1
  for (let tables = isOfOne ? 1 : 2; tables > 0; tables--) requireBuckets(reader)
  if (reader.at - begin + HEAD / 2 !== length)
    throw new FlatFault(`has a dictionary at byte ${start} of another length`)
  return identifier
}

/** A table of hashes: how many bytes, a seed, the buckets. */
function requireBuckets(reader: PartReader): void {
  const length = takeLong(reader)
  skip(reader, HEAD / 2)
  const { view, at } = reader
  skip(reader, length)
  if (length % BUCKET !== 0) throw new FlatFault('has a table of hashes of an unknown layout')
  const isFree = (index: number) => view.getBigInt64(at + index * BUCKET, true) === -1n
  requireFree(length / BUCKET, isFree)
  for (let bucket = at; bucket < reader.at; bucket += BUCKET)
    if (view.getUint32(bucket + 12, true) !== 0)
      throw new FlatFault(`has bytes from ${bucket + 12} on that nothing refers to`)
}
