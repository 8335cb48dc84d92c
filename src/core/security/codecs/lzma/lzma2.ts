import { append, type Output, StreamFault } from '../output.ts'
import { decodePackets } from './decode-packets.ts'
import { type Model, modelOf, reset } from './model.ts'
import { begin, rangeDecoder } from './range-decoder.ts'

const LZMA = 0x80
const RESET_DICTIONARY = 1
const KEEP_DICTIONARY = 2
const MOST_LITERAL_BITS = 4

/** Chunks of LZMA2 from `at` to the end mark (xz, lzma2_decoder.c); gives the position after it. */
export function lzma2(bytes: Uint8Array, at: number, output: Output): number {
  const decoder = rangeDecoder(bytes)
  let start: number | undefined
  let model: Model | undefined
  for (;;) {
    const control = byteAt(bytes, at)
    if (control === 0) return at + 1
    const size = (byteAt(bytes, at + 1) << 8) + byteAt(bytes, at + 2) + 1
    if (control === RESET_DICTIONARY || control >= 0xe0) start = output.length
    if (start === undefined || (control < LZMA && control > KEEP_DICTIONARY)) throw new StreamFault('it is damaged')
    if (control < LZMA) {
      const stored = bytes.subarray(at + 3, at + 3 + size)
      if (stored.length < size) throw new StreamFault('it is cut off')
      append(output, stored)
      at += 3 + size
      continue
    }
    const packed = (byteAt(bytes, at + 3) << 8) + byteAt(bytes, at + 4) + 1
    const resets = (control >> 5) & 3
    if (resets >= 2) model = modelOf(byteAt(bytes, at + 5))
    else if (resets === 1 && model) model = reset(model)
    if (model === undefined || model.lc + model.lp > MOST_LITERAL_BITS) throw new StreamFault('it is damaged')
    at += resets >= 2 ? 6 : 5
    begin(decoder, at, at + packed)
    const until = output.length + ((control & 0x1f) << 16) + size
    const ended = decodePackets(decoder, model, output, { start }, until)
    if (ended || decoder.at !== at + packed || decoder.code !== 0) throw new StreamFault('a chunk of it is damaged')
    at += packed
  }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new StreamFault('it is cut off')
  return byte
}
