import { StreamFault } from '../output.ts'

/** Bits of a stream, the most significant of each byte first. */
export interface Bits {
  readonly bytes: Uint8Array
  /** Next byte. */
  at: number
  held: number
  count: number
}

/** The next `count` bits, at most 24, as a number. */
export function take(bits: Bits, count: number): number {
  while (bits.count < count) {
    const byte = bits.bytes[bits.at++]
    if (byte === undefined) throw new StreamFault('it is cut off')
    bits.held = ((bits.held << 8) | byte) >>> 0
    bits.count += 8
  }
  bits.count -= count
  return (bits.held >>> bits.count) & ((1 << count) - 1)
}

/** The next 32 bits. */
export const takeWord = (bits: Bits): number => take(bits, 16) * 0x10000 + take(bits, 16)
