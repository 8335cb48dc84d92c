import { append, type Output, repeat, StreamFault } from './output.ts'
import { xxh32 } from './xxh32.ts'

const VERSION = 0x40
const VERSION_BITS = 0xc0
const INDEPENDENT = 0x20
const BLOCK_CHECKSUM = 0x10
const CONTENT_SIZE = 0x08
const CONTENT_CHECKSUM = 0x04
const RESERVED = 0x02
const DICTIONARY = 0x01
const STORED = 0x80000000
/** Bytes of the magic, the flags, the block size and the header's checksum. */
const LEAST_HEADER = 7
const LEAST_MATCH = 4

/** One LZ4 frame (LZ4 Frame Format 1.6.4), its checksums verified. */
export function lz4(bytes: Uint8Array, output: Output): number {
  if (bytes.length < LEAST_HEADER) throw new StreamFault('it is cut off')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number) => {
    if (at + 4 > bytes.length) throw new StreamFault('it is cut off')
    return view.getUint32(at, true)
  }
  const flags = bytes[4] ?? 0
  if ((flags & VERSION_BITS) !== VERSION || flags & (RESERVED | DICTIONARY))
    throw new StreamFault('its frame has flags that cannot be read')
  const size = ((bytes[5] ?? 0) >> 4) & 7
  if (size < 4) throw new StreamFault('its frame has no known block size')
  const largest = 1 << (8 + 2 * size)
  let at = 6 + (flags & CONTENT_SIZE ? 8 : 0)
  if (bytes[at] !== ((xxh32(bytes.subarray(4, at)) >>> 8) & 0xff)) throw new StreamFault('its frame header is damaged')
  const announced = flags & CONTENT_SIZE ? word(6) + word(10) * 2 ** 32 : undefined
  for (at += 1; word(at) !== 0; ) {
    const stored = word(at) >= STORED
    const length = word(at) & ~STORED
    const block = bytes.subarray(at + 4, at + 4 + length)
    if (length > largest || block.length < length) throw new StreamFault('it is cut off or damaged')
    at += 4 + length
    const start = output.length
    if (stored) append(output, block)
    else decodeBlock(block, output, flags & INDEPENDENT ? start : Math.max(0, start - 0x10000))
    if (output.length - start > largest) throw new StreamFault('it has a block larger than it announces')
    if (!(flags & BLOCK_CHECKSUM)) continue
    if (word(at) !== xxh32(block)) throw new StreamFault('a block of it is damaged')
    at += 4
  }
  at += 4
  if (announced !== undefined && announced !== output.length) throw new StreamFault('it is not as long as it announces')
  if (!(flags & CONTENT_CHECKSUM)) return at
  if (word(at) !== xxh32(output.bytes.subarray(0, output.length))) throw new StreamFault('it is damaged')
  return at + 4
}

/** LZ4 Block Format: literals and matches in turn, the last sequence without a match. */
function decodeBlock(block: Uint8Array, output: Output, earliest: number): void {
  let at = 0
  const next = () => {
    const byte = block[at++]
    if (byte === undefined) throw new StreamFault('a block of it is cut off')
    return byte
  }
  const extended = (length: number) => {
    if (length < 15) return length
    let total = length
    for (let more = 255; more === 255; total += more) more = next()
    return total
  }
  for (;;) {
    const token = next()
    const literals = extended(token >> 4)
    if (at + literals > block.length) throw new StreamFault('a block of it is cut off')
    append(output, block.subarray(at, at + literals))
    at += literals
    if (at === block.length) return
    const distance = next() + next() * 256
    const length = extended(token & 15) + LEAST_MATCH
    if (distance === 0 || output.length - distance < earliest) throw new StreamFault('it repeats what is not there')
    repeat(output, distance, length)
  }
}
