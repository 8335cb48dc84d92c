import { memorySource } from '../content/memory-source.ts'
import { requirePadding } from '../flatbuffers/covered.ts'
import type { Inspection, InspectionContext } from '../format.ts'
import { combine } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { readZip } from '../zip/read-zip.ts'

/** Records of a zip archive begin so: that of a first member, or that of the end, where it has none. */
const HEADER = [0x50, 0x4b]

/**
 * What is found in the zip archive behind the tables, of the files that the model's metadata speaks of: lists of labels, words
 * of a tokenizer (tensorflow.org/lite/models/metadata); undefined where there is nothing amiss. Throws FlatFault where
 * something else stands there.
 */
export async function associatedFiles(
  bytes: Uint8Array,
  start: number,
  context: InspectionContext,
): Promise<Inspection | undefined> {
  if (HEADER.some((byte, i) => bytes[start + i] !== byte)) {
    requirePadding(bytes, start, bytes.length)
    return undefined
  }
  const archive = readZip(memorySource(bytes), start)
  const { parts, fault, limit } = await inspectMembers(
    archive,
    context,
    async (_, content, inMember) => (await inMember.inside?.(content))?.inspection,
  )
  const found = combine(parts, fault, '', limit)
  return found.status === 'pass' ? undefined : found
}
