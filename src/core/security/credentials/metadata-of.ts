import { printable } from '../printable.ts'
import * as readers from './metadata/index.ts'
import type { MetadataText } from './metadata/metadata-text.ts'
import { joinPassages, type SearchedText } from './searched-text.ts'

const READERS: Readonly<Record<string, (bytes: Uint8Array) => MetadataText[]>> = readers

/** What a model file of these formats (divided by `+`) says of itself in words; undefined where that is nothing. */
export function metadataOf(format: string, bytes: Uint8Array): SearchedText | undefined {
  const found = format.split('+').flatMap(id => READERS[id]?.(bytes) ?? [])
  if (found.length === 0) return undefined
  return joinPassages(found.map(({ key, text }) => ({ name: `metadata ${printable(key)}`, pieces: [{ text }] })))
}
