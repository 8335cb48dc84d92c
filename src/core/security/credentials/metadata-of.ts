import type { Source } from '../content/source.ts'
import { printable } from '../printable.ts'
import * as readers from './metadata/index.ts'
import type { MetadataText } from './metadata/metadata-text.ts'
import { joinPassages, type SearchedText } from './searched-text.ts'

const READERS: Readonly<Record<string, (source: Source) => MetadataText[]>> = readers

/** What a model file of these formats (divided by `+`) says of itself in words; undefined where that is nothing. */
export function metadataOf(format: string, source: Source): SearchedText | undefined {
  const found = format.split('+').flatMap(id => READERS[id]?.(source) ?? [])
  if (found.length === 0) return undefined
  return joinPassages(found.map(({ key, text }) => ({ name: `metadata ${printable(key)}`, pieces: [{ text }] })))
}
