import { decodeStrictly } from '../bytes.ts'
import { memorySource } from '../content/memory-source.ts'
import { partOf } from '../content/part-of.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { decodeEscaped } from '../escaped-text.ts'
import type { ArrayData } from './array-data.ts'

/** The bytes of an array's items; undefined where the file does not spell them. */
export function itemBytes(file: Source, { data }: ArrayData): Source | undefined {
  if (!data) return undefined
  if (!data.latin1) return partOf(file, data.start, data.end)
  const bytes = readRange(file, data.start, data.end)
  const text = data.escaped ? decodeEscaped(bytes) : decodeStrictly(bytes)
  return typeof text !== 'string'
    ? undefined
    : memorySource(Uint8Array.from(text, character => character.charCodeAt(0)))
}
