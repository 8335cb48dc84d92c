import { byteReader } from '../content/byte-reader.ts'
import type { Source } from '../content/source.ts'

/** One field of a message as it stands on the wire (Protocol Buffers encoding). */
export interface Field {
  readonly number: number
  readonly wire: 'varint' | 'fixed64' | 'bytes' | 'fixed32'
  /** Of a varint, and exact below 2⁵³ only; 0 of the others. */
  readonly value: number
  /** Where its content begins and ends. */
  readonly start: number
  readonly end: number
}

const WIRES = ['varint', 'fixed64', 'bytes', undefined, undefined, 'fixed32'] as const
const MAX_VARINT = 10

/** Hands the fields between `start` and `end` to `take`, contents skipped by their length; gives what is wrong with them. */
export function readFields(
  source: Source,
  start: number,
  end: number,
  take: (field: Field) => void,
): string | undefined {
  const byteAt = byteReader(source)
  let at = start
  let value = 0
  const varint = () => {
    value = 0
    for (let i = 0; i < MAX_VARINT; i++) {
      if (at >= end) return false
      const byte = byteAt(at++) ?? 0
      value += (byte & 0x7f) * 2 ** (7 * i)
      if (byte < 0x80) return true
    }
    return false
  }
  while (at < end) {
    const offset = at
    if (!varint()) return `a field breaks off at byte ${offset}`
    const number = Math.floor(value / 8)
    const wire = WIRES[value % 8]
    if (wire === undefined || number < 1 || number >= 2 ** 29) return `byte ${offset} begins no field`
    if ((wire === 'varint' || wire === 'bytes') && !varint()) return `a field breaks off at byte ${offset}`
    const from = at
    const length = wire === 'bytes' ? value : wire === 'fixed64' ? 8 : wire === 'fixed32' ? 4 : 0
    if (length > end - at) {
      // What there is of it would be read by then.
      if (wire === 'bytes') take({ number, wire, value: 0, start: from, end })
      return `a field breaks off at byte ${offset}`
    }
    at += length
    take({ number, wire, value: wire === 'varint' ? value : 0, start: from, end: at })
  }
  return undefined
}
