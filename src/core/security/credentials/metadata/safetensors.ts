import { decodeStrictly } from '../../bytes.ts'
import { readRange } from '../../content/read-range.ts'
import type { Source } from '../../content/source.ts'
import { viewAt } from '../../content/view-at.ts'
import { parseJson } from '../../json-value.ts'
import { isJsonObject } from '../../strict-json.ts'
import type { MetadataText } from './metadata-text.ts'

const PREFIX = 8

/** The texts under `__metadata__`. */
export function safetensors(source: Source): MetadataText[] {
  const end = source.size < PREFIX ? 0 : PREFIX + Number(viewAt(source, 0, PREFIX).getBigUint64(0, true))
  const header = end > source.size ? undefined : parseJson(decodeStrictly(readRange(source, PREFIX, end)) ?? '')
  const metadata = isJsonObject(header) ? header.__metadata__ : undefined
  if (!isJsonObject(metadata)) return []
  return Object.entries(metadata).flatMap(([key, text]) => (typeof text === 'string' ? [{ key, text }] : []))
}
