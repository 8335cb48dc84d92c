import { FlatFault } from '../flatbuffers/flat-fault.ts'
import type { Hear } from '../format.ts'
import { identifiersOf } from './identifiers-of.ts'
import { type PartReader, requireName, takeTable } from './part-reader.ts'
import { TEXTS, texts } from './part-shapes.ts'
import { readDictionary } from './read-dictionary.ts'
import { readTextCalcer } from './read-text-calcer.ts'
import { readTokenizer } from './read-tokenizer.ts'
import { requireParts } from './require-parts.ts'
import { requireWithin } from './require-within.ts'

const [TOKENIZER, DICTIONARY, CALCER, END] = [0, 1, 2, 3]
/** The identifier of nothing (catboost/libs/helpers/guid.h). */
const NOTHING = '___ILLEGAL_GUID\0'

/**
 * Passes over what makes numbers of texts: tokenizers with their dictionaries, and what counts tokens, in the order that the head
 * names them (catboost/private/libs/text_features/text_processing_collection.cpp). Throws FlatFault.
 */
export function readTexts(reader: PartReader, hear?: Hear): void {
  requireName(reader, 'text_process_v2')
  const head = takeTable(reader, texts)
  const tokenizers = identifiersOf(head, TEXTS.tokenizers)
  const dictionaries = identifiersOf(head, TEXTS.dictionaries)
  const calcers = identifiersOf(head, TEXTS.calcers)
  if (tokenizers.length !== dictionaries.length) throw new FlatFault('has not as many tokenizers as dictionaries')
  requireWithin(head, TEXTS.ofFeatures, tokenizers.length)
  requireWithin(head, TEXTS.ofTokenized, calcers.length)
  requireParts(reader, [
    ...tokenizers.flatMap((tokenizer, i) => [
      { kind: TOKENIZER, identifier: tokenizer, read: () => readTokenizer(reader, hear) },
      { kind: DICTIONARY, identifier: dictionaries[i], read: () => readDictionary(reader) },
    ]),
    ...calcers.map(identifier => ({ kind: CALCER, identifier, read: () => readTextCalcer(reader) })),
    { kind: END, identifier: NOTHING, read: () => NOTHING },
  ])
}
