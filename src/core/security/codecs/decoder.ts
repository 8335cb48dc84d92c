import { grouped } from '../../wording/grouped.ts'
import type { Decompressed } from '../format.ts'
import { bombFault, type Output, outputWithin, StreamFault } from './output.ts'

/** Decodes the stream that the bytes begin with into `output`, and gives the position after it; a `StreamFault` ends it. */
export type Decoder = (bytes: Uint8Array, output: Output) => number

/** Everything that one stream holds, the whole of the bytes being that stream; or what came before its fault. */
export function decodeWhole(decoder: Decoder, bytes: Uint8Array, budget: number): Decompressed {
  const output = outputWithin(budget)
  const fault = faultOf(decoder, bytes, output)
  const content = output.bytes.subarray(0, output.length)
  if (fault === undefined) return { bytes: content }
  return fault === bombFault(budget) ? { bytes: content, fault, limit: 'ratio' } : { bytes: content, fault }
}

function faultOf(decoder: Decoder, bytes: Uint8Array, output: Output): string | undefined {
  try {
    const rest = bytes.length - decoder(bytes, output)
    return rest === 0 ? undefined : `it is followed by something else (${grouped(rest)} bytes)`
  } catch (error) {
    if (error instanceof StreamFault) return error.message
    throw error
  }
}
