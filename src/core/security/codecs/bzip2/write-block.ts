import { type Output, reserve, StreamFault } from '../output.ts'
import type { Symbols } from './read-symbols.ts'

const POLYNOMIAL = 0x04c11db7
const RUN = 4

const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ POLYNOMIAL : value << 1
  return value
})

/** Undoes the Burrows–Wheeler transform and the outer runs of a block; gives its checksum. */
export function writeBlock({ cells, count, occurrences }: Symbols, origin: number, output: Output): number {
  if (origin >= count) throw new StreamFault('a block of it is damaged')
  let sum = 0
  const starts = occurrences.map(occurs => {
    sum += occurs
    return sum - occurs
  })
  for (let i = 0; i < count; i++) {
    const byte = (cells[i] ?? 0) & 0xff
    const place = starts[byte] ?? 0
    starts[byte] = place + 1
    cells[place] = (cells[place] ?? 0) | (i << 8)
  }
  let crc = -1
  const write = (byte: number, times: number) => {
    reserve(output, times)
    output.bytes.fill(byte, output.length, output.length + times)
    output.length += times
    for (let i = 0; i < times; i++) crc = (crc << 8) ^ (CRC[(crc >>> 24) ^ byte] ?? 0)
  }
  let cell = cells[origin] ?? 0
  let last = -1
  let run = 0
  for (let i = 0; i < count; i++) {
    cell = cells[cell >>> 8] ?? 0
    const byte = cell & 0xff
    if (run === RUN) {
      write(last, byte)
      run = 0
      last = -1
    } else {
      run = byte === last ? run + 1 : 1
      last = byte
      write(byte, 1)
    }
  }
  return ~crc >>> 0
}
