import { grouped } from '../../wording/grouped.ts'
/** Why a compressed stream cannot be followed further; continues a sentence about the stream. */
export class StreamFault extends Error {
  override readonly name = 'StreamFault'
}

/** That a stream holds more than may be. */
export const bombFault = (budget: number): string => `it holds more than ${grouped(budget)} bytes, as a bomb does`

/** What a decoder has written: the first `length` bytes, never more than `budget`. */
export interface Output {
  bytes: Uint8Array
  length: number
  readonly budget: number
}

const FIRST = 64 * 1024

export const outputWithin = (budget: number): Output => ({ bytes: new Uint8Array(FIRST), length: 0, budget })

/** Makes room for `more` bytes, or ends the stream where they would exceed the budget. */
export function reserve(output: Output, more: number): void {
  const needed = output.length + more
  if (needed <= output.bytes.length && needed <= output.budget) return
  if (needed > output.budget) throw new StreamFault(bombFault(output.budget))
  const grown = new Uint8Array(Math.min(output.budget, Math.max(needed, output.bytes.length * 2)))
  grown.set(output.bytes.subarray(0, output.length))
  output.bytes = grown
}

/** Appends `length` bytes that were written `distance` bytes ago; both may overlap (LZ77). */
export function repeat(output: Output, distance: number, length: number): void {
  reserve(output, length)
  const { bytes } = output
  const from = output.length - distance
  if (distance >= length) bytes.copyWithin(output.length, from, from + length)
  else for (let i = 0; i < length; i++) bytes[output.length + i] = bytes[from + i] ?? 0
  output.length += length
}

/** Appends these bytes. */
export function append(output: Output, bytes: Uint8Array): void {
  reserve(output, bytes.length)
  output.bytes.set(bytes, output.length)
  output.length += bytes.length
}
