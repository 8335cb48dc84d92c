import { decodeStrictly } from '../bytes.ts'
import { decodeEscaped } from '../escaped-text.ts'
import type { ArrayData } from './array-data.ts'

/** The bytes of an array's items; undefined where the file does not spell them. */
export function itemBytes(file: Uint8Array, { data }: ArrayData): Uint8Array | undefined {
  if (!data) return undefined
  const bytes = file.subarray(data.start, data.end)
  if (!data.latin1) return bytes
  const text = data.escaped ? decodeEscaped(bytes) : decodeStrictly(bytes)
  return typeof text !== 'string' ? undefined : Uint8Array.from(text, character => character.charCodeAt(0))
}
