import { decodeStrictly } from '../../bytes.ts'
import { readRange } from '../../content/read-range.ts'
import type { Source } from '../../content/source.ts'
import { type Field, readFields } from '../../protobuf/read-fields.ts'
import type { MetadataText } from './metadata-text.ts'

/** Fields of ModelProto and of its GraphProto that are text (onnx.proto3). */
const OF_MODEL: Readonly<Record<number, string>> = {
  2: 'producer_name',
  3: 'producer_version',
  4: 'domain',
  6: 'doc_string',
}
const OF_GRAPH: Readonly<Record<number, string>> = { 2: 'graph.name', 10: 'graph.doc_string' }
/** Longest text that is read, in bytes. */
const MAX_TEXT = 64 * 1024 * 1024
const GRAPH = 7
const ENTRY_OF_MODEL = 14
const ENTRY_OF_GRAPH = 16

/** What an ONNX model says of itself and of its graph: names, documentation, `metadata_props`. */
export function onnx(source: Source): MetadataText[] {
  const found: MetadataText[] = []
  const text = ({ start, end }: Field) =>
    end - start > MAX_TEXT ? '' : (decodeStrictly(readRange(source, start, end)) ?? '')
  readFields(source, 0, source.size, field => {
    const key = OF_MODEL[field.number]
    if (key !== undefined) found.push({ key, text: text(field) })
    if (field.number === ENTRY_OF_MODEL) found.push(entry(field))
    if (field.number !== GRAPH) return
    readFields(source, field.start, field.end, inner => {
      const name = OF_GRAPH[inner.number]
      if (name !== undefined) found.push({ key: name, text: text(inner) })
      if (inner.number === ENTRY_OF_GRAPH) found.push(entry(inner))
    })
  })
  return found

  /** StringStringEntryProto: `key` 1, `value` 2. */
  function entry({ start, end }: Field): MetadataText {
    const parts = new Map<number, string>()
    readFields(source, start, end, field => void parts.set(field.number, text(field)))
    return { key: parts.get(1) ?? '', text: parts.get(2) ?? '' }
  }
}
