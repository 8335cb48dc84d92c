import { requirePadding } from '../flatbuffers/covered.ts'
import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { type FlatTable, wholeOf } from '../flatbuffers/flat-table.ts'
import { readFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import { identifiersOf } from './identifiers-of.ts'
import { type PartReader, take, takeLong } from './part-reader.ts'
import { PART, part } from './part-shapes.ts'

/** A part that must come next, and how it is read: it gives the identifier that it has itself. */
interface Expected {
  readonly kind: number
  readonly identifier: string | undefined
  readonly read: () => string
}

/** Passes over parts of which each says what it is before it begins. CatBoost finds them by their identifiers, so no two have the same. */
export function requireParts(reader: PartReader, parts: readonly Expected[]): void {
  if (new Set(parts.map(({ identifier }) => identifier)).size !== parts.length)
    throw new FlatFault('has two parts with one identifier')
  let before: Uint8Array = new Uint8Array()
  for (const { kind, identifier, read } of parts) {
    const { at } = reader
    const bytes = take(reader, takeLong(reader))
    const told = readHead(bytes, before)
    before = bytes
    const isNext = wholeOf(told, PART.kind, 0) === kind && identifiersOf(told, PART.identifier)[0] === identifier
    if (!isNext || read() !== identifier) throw new FlatFault(`has a part at byte ${at} that does not belong there`)
  }
}

/** What says that a part follows. Releases up to 1.2.3 write behind it that of the part before once more, in the same buffer. */
function readHead(bytes: Uint8Array, before: Uint8Array): FlatTable {
  const { root, end } = readFlatbuffer(bytes, part)
  const rest = bytes.subarray(end)
  const isAgain = rest.length === before.length && rest.every((byte, i) => byte === before[i])
  if (!isAgain) requirePadding(bytes, end, bytes.length)
  return root
}
