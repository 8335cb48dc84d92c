import { decodeStrictly } from '../../bytes.ts'
import type { Source } from '../../content/source.ts'
import { openGguf } from '../../gguf/header.ts'
import { GgufFault, type Reader, readCount, readText, readU32, skip, skipText } from '../../gguf/reader.ts'
import type { MetadataText } from './metadata-text.ts'

const STRING = 8
const ARRAY = 9
const MAX_TEXT = 64 * 1024 * 1024
/** Bytes of each type of value that is no text. */
const SIZES: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 }
/** The words of a tokenizer: hundreds of thousands, and nobody's words. */
const VOCABULARY = /^tokenizer\.ggml\./

/** The metadata that is text, or lists of it, but for the tokenizer's vocabulary; as far as the file can be read. */
export function gguf(source: Source): MetadataText[] {
  const found: MetadataText[] = []
  try {
    const reader = openGguf(source)
    readCount(reader)
    const keys = readCount(reader)
    for (let i = 0; i < keys; i++) {
      const key = decodeStrictly(readText(reader, MAX_TEXT)) ?? '?'
      const isWords = !VOCABULARY.test(key)
      for (const text of textsOf(reader, readU32(reader), isWords)) if (isWords) found.push({ key, text })
    }
  } catch (error) {
    if (!(error instanceof GgufFault)) throw error
  }
  return found
}

function* textsOf(reader: Reader, type: number, isWanted: boolean): Generator<string> {
  const of = type === ARRAY ? readU32(reader) : type
  const count = type === ARRAY ? readCount(reader) : 1
  if (of !== STRING) {
    const size = SIZES[of]
    if (size === undefined) throw new GgufFault('it has a value of unknown type')
    skip(reader, count * size)
    return
  }
  for (let i = 0; i < count; i++)
    if (isWanted) yield decodeStrictly(readText(reader, MAX_TEXT)) ?? ''
    else skipText(reader, MAX_TEXT)
}
