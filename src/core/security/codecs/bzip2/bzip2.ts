import { type Output, StreamFault } from '../output.ts'
import { type Bits, take, takeWord } from './bits.ts'
import { readSymbols } from './read-symbols.ts'
import { writeBlock } from './write-block.ts'

/** Bytes of the magic and the level. */
const HEADER = 4
const BLOCK_UNIT = 100_000
/** The first and the second half of the digits of π, and of its square root. */
const BLOCK = [0x314159, 0x265359] as const
const END = [0x177245, 0x385090] as const

/** One bzip2 stream (bzip2 1.0.8, decompress.c), its checksums verified; blocks randomised as before 0.9.5 are refused. */
export function bzip2(bytes: Uint8Array, output: Output): number {
  if (bytes.length < HEADER) throw new StreamFault('it is cut off')
  const level = (bytes[3] ?? 0) - 0x30
  if (level < 1 || level > 9) throw new StreamFault('it has no known block size')
  const bits: Bits = { bytes, at: HEADER, held: 0, count: 0 }
  const cells = new Uint32Array(level * BLOCK_UNIT)
  let combined = 0
  for (;;) {
    const first = take(bits, 24)
    const second = take(bits, 24)
    const announced = takeWord(bits)
    if (first === END[0] && second === END[1]) {
      if (announced !== combined) throw new StreamFault('it is damaged')
      return bits.at
    }
    if (first !== BLOCK[0] || second !== BLOCK[1] || take(bits, 1) === 1) throw new StreamFault('it is damaged')
    const origin = take(bits, 24)
    const crc = writeBlock(readSymbols(bits, cells), origin, output)
    if (crc !== announced) throw new StreamFault('a block of it is damaged')
    combined = (((combined << 1) | (combined >>> 31)) ^ crc) >>> 0
  }
}
