import { latin1 } from '../bytes.ts'
import { FlatFault } from '../flatbuffers/flat-fault.ts'
import type { FlatTable } from '../flatbuffers/flat-table.ts'

/** Bytes of an identifier (catboost/libs/helpers/flatbuffers/guid.fbs). */
export const IDENTIFIER = 16

/** The identifiers of a field, one or a vector of them, each as text. */
export function identifiersOf({ values, view }: FlatTable, slot: number): string[] {
  const value = values[slot]
  if (value?.kind !== 'number' && value?.kind !== 'numbers') return []
  if (value.size !== IDENTIFIER) throw new FlatFault('has identifiers of another length')
  const count = value.kind === 'numbers' ? value.count : 1
  return Array.from({ length: count }, (_, i) =>
    latin1(new Uint8Array(view.buffer, view.byteOffset + value.at + i * IDENTIFIER, IDENTIFIER)),
  )
}
