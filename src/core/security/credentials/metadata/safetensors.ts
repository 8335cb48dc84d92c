import { decodeStrictly } from '../../bytes.ts'
import { parseJson } from '../../json-value.ts'
import { isJsonObject } from '../../strict-json.ts'
import type { MetadataText } from './metadata-text.ts'

const PREFIX = 8

/** The texts under `__metadata__`. */
export function safetensors(bytes: Uint8Array): MetadataText[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < PREFIX ? 0 : PREFIX + Number(view.getBigUint64(0, true))
  const header = end > bytes.length ? undefined : parseJson(decodeStrictly(bytes.subarray(PREFIX, end)) ?? '')
  const metadata = isJsonObject(header) ? header.__metadata__ : undefined
  if (!isJsonObject(metadata)) return []
  return Object.entries(metadata).flatMap(([key, text]) => (typeof text === 'string' ? [{ key, text }] : []))
}
