import { crc32 } from '../crc32.ts'
import { crc64 } from '../crc64.ts'
import { type Output, StreamFault } from '../output.ts'
import { lzma2 } from './lzma2.ts'

const HEADER = 12
const FOOTER = 12
const LZMA2 = 0x21
const SIZES = { none: 0, crc32: 1, crc64: 4 } as const

interface Block {
  /** Bytes from its header to its check, without padding. */
  readonly unpadded: number
  readonly uncompressed: number
}

/** One xz stream (The .xz File Format 1.2.1) of LZMA2 blocks, its headers, checks and index verified. */
export function xz(bytes: Uint8Array, output: Output): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  requireCrc32(bytes, view, 6, 8)
  const check = view.getUint8(7)
  if (view.getUint8(6) !== 0 || !Object.values<number>(SIZES).includes(check))
    throw new StreamFault('it has a check of a kind that is not read')
  const blocks: Block[] = []
  let at = HEADER
  while (byteAt(bytes, at) !== 0) {
    const block = readBlock(bytes, view, at, check, output)
    blocks.push(block)
    at += padded(block.unpadded)
  }
  const end = readIndex(bytes, view, at, blocks)
  if (end + FOOTER > bytes.length) throw new StreamFault('it is cut off')
  requireCrc32(bytes, view, end + 4, end + 10, end)
  const isFooter = view.getUint8(end + 10) === 0x59 && view.getUint8(end + 11) === 0x5a
  if (!isFooter || view.getUint8(end + 9) !== check || (view.getUint32(end + 4, true) + 1) * 4 !== end - at)
    throw new StreamFault('its footer is damaged')
  return end + FOOTER
}

function readBlock(bytes: Uint8Array, view: DataView, start: number, check: number, output: Output): Block {
  const headerEnd = start + (byteAt(bytes, start) + 1) * 4
  requireCrc32(bytes, view, start, headerEnd - 4)
  const flags = byteAt(bytes, start + 1)
  let at = start + 2
  const next = () => {
    const [value, after] = variable(bytes, at)
    at = after
    return value
  }
  const packed = flags & 0x40 ? next() : undefined
  const unpacked = flags & 0x80 ? next() : undefined
  if ((flags & 0x3f) !== 0 || next() !== LZMA2 || next() !== 1 || headerEnd - 4 < at + 1)
    throw new StreamFault('it has another filter than LZMA2')
  const before = output.length
  const end = lzma2(bytes, headerEnd, output)
  const uncompressed = output.length - before
  if ((packed ?? end - headerEnd) !== end - headerEnd || (unpacked ?? uncompressed) !== uncompressed)
    throw new StreamFault('it has a block of another size than it announces')
  const checkAt = start + padded(end - start)
  if (bytes.subarray(end, checkAt).some(byte => byte !== 0)) throw new StreamFault('it is damaged')
  const size = check === SIZES.crc64 ? 8 : check === SIZES.crc32 ? 4 : 0
  if (checkAt + size > bytes.length) throw new StreamFault('it is cut off')
  const content = output.bytes.subarray(before, output.length)
  if (size === 4 && view.getUint32(checkAt, true) !== crc32(content)) throw new StreamFault('a block of it is damaged')
  if (size === 8) {
    const [low, high] = crc64(content)
    if (view.getUint32(checkAt, true) !== low || view.getUint32(checkAt + 4, true) !== high)
      throw new StreamFault('a block of it is damaged')
  }
  return { unpadded: end - start + size, uncompressed }
}

/** Verifies that the index at `start` lists these blocks; gives the position after it. */
function readIndex(bytes: Uint8Array, view: DataView, start: number, blocks: readonly Block[]): number {
  const [count, first] = variable(bytes, start + 1)
  if (count !== blocks.length) throw new StreamFault('its index is damaged')
  let at = first
  for (const { unpadded, uncompressed } of blocks) {
    const [listed, after] = variable(bytes, at)
    const [listedSize, next] = variable(bytes, after)
    if (listed !== unpadded || listedSize !== uncompressed) throw new StreamFault('its index is damaged')
    at = next
  }
  const end = start + padded(at - start)
  if (bytes.subarray(at, end).some(byte => byte !== 0)) throw new StreamFault('its index is damaged')
  requireCrc32(bytes, view, start, end)
  return end + 4
}

const padded = (length: number) => Math.ceil(length / 4) * 4

/** That the bytes from `start` to `end` have the CRC-32 that stands at `at`, usually right after them. */
function requireCrc32(bytes: Uint8Array, view: DataView, start: number, end: number, at = end): void {
  if (Math.max(at + 4, end) > bytes.length) throw new StreamFault('it is cut off')
  if (view.getUint32(at, true) !== crc32(bytes.subarray(start, end))) throw new StreamFault('it is damaged')
}

/** A number in groups of seven bits, the least significant first, at most nine of them; and the position after it. */
function variable(bytes: Uint8Array, at: number): readonly [value: number, after: number] {
  let value = 0
  for (let i = 0; i < 9; i++) {
    const byte = byteAt(bytes, at + i)
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return [value, at + i + 1]
  }
  throw new StreamFault('it is damaged')
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new StreamFault('it is cut off')
  return byte
}
