import { decodeStrictly } from '../bytes.ts'
import { FlatFault } from '../flatbuffers/flat-fault.ts'
import type { Hear } from '../format.ts'
import { type PartReader, requireName, skip, take, takeIdentifier, takeText, takeWord } from './part-reader.ts'

const FLAGS = 2
const WORD = 4

/** Passes over what splits a text into tokens; gives its identifier (library/cpp/text_processing/tokenizer/options.h). Throws FlatFault. */
export function readTokenizer(reader: PartReader, hear?: Hear): string {
  requireName(reader, 'TokenizerV1')
  const identifier = takeIdentifier(reader)
  requireFlags(reader)
  skip(reader, WORD)
  const number = takeText(reader)
  skip(reader, WORD)
  const delimiter = takeText(reader)
  requireFlags(reader)
  skip(reader, WORD * takeWord(reader))
  skip(reader, WORD)
  skip(reader, WORD * takeWord(reader))
  for (const text of [number, delimiter]) hear?.('tokenizer', decodeStrictly(text) ?? '')
  return identifier
}

function requireFlags(reader: PartReader): void {
  const { at } = reader
  if (take(reader, FLAGS).some(flag => flag > 1)) throw new FlatFault(`has a flag at byte ${at} that is none`)
}
