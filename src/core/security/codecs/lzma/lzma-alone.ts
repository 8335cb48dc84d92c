import { type Output, StreamFault } from '../output.ts'
import { decodePackets } from './decode-packets.ts'
import { modelOf } from './model.ts'
import { begin, rangeDecoder } from './range-decoder.ts'

const HEADER = 13
const UNKNOWN = 2 ** 32 - 1

/** One stream of the format before xz (LZMA specification): properties, dictionary size, length or none, packets. */
export function lzmaAlone(bytes: Uint8Array, output: Output): number {
  if (bytes.length < HEADER) throw new StreamFault('it is cut off')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const low = view.getUint32(5, true)
  const high = view.getUint32(9, true)
  const isOpen = low === UNKNOWN && high === UNKNOWN
  const decoder = rangeDecoder(bytes)
  begin(decoder, HEADER, bytes.length)
  const until = isOpen ? Number.POSITIVE_INFINITY : high * 2 ** 32 + low
  const ended = decodePackets(decoder, modelOf(bytes[0] ?? 0), output, { start: 0 }, until)
  if (ended !== isOpen || decoder.code !== 0) throw new StreamFault('it does not end as it announces')
  return decoder.at
}
