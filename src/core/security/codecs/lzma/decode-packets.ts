import { type Output, repeat, reserve, StreamFault } from '../output.ts'
import { type Model, PLACES } from './model.ts'
import { bit, directBits, type RangeDecoder, reverseTree, tree } from './range-decoder.ts'

const LEAST_MATCH = 2
const END_MARKER = 0xffffffff
const MAX_POSITION_BITS = 4

/** Where the bytes that a match may repeat begin, and from where positions are counted. */
export interface Window {
  readonly start: number
}

/** Decodes packets until `until` bytes are written; true where an end marker came before that. */
export function decodePackets(
  decoder: RangeDecoder,
  model: Model,
  output: Output,
  window: Window,
  until: number,
): boolean {
  const { chances, distances } = model
  while (output.length < until) {
    const position = (output.length - window.start) & ((1 << model.pb) - 1)
    const context = (model.state << MAX_POSITION_BITS) + position
    if (bit(decoder, chances, PLACES.match + context) === 0) {
      literal(decoder, model, output, window)
      continue
    }
    let length: number
    if (bit(decoder, chances, PLACES.repeated + model.state) === 0) {
      length = lengthOf(decoder, chances, PLACES.length, position)
      distances.copyWithin(1, 0, 3)
      distances[0] = distanceOf(decoder, chances, length)
      model.state = model.state < 7 ? 7 : 10
      if (distances[0] === END_MARKER) return true
    } else if (takeRepeated(decoder, model, context)) {
      length = 1
      model.state = model.state < 7 ? 9 : 11
    } else {
      length = lengthOf(decoder, chances, PLACES.repeatedLength, position)
      model.state = model.state < 7 ? 8 : 11
    }
    const distance = distances[0] + 1
    if (distance > output.length - window.start) throw new StreamFault('it repeats what is not there')
    if (length > until - output.length) throw new StreamFault('it is longer than it announces')
    repeat(output, distance, length)
  }
  return false
}

function literal(decoder: RangeDecoder, model: Model, output: Output, window: Window): void {
  const { chances, lc, lp, state } = model
  const position = output.length - window.start
  const before = position > 0 ? (output.bytes[output.length - 1] ?? 0) : 0
  const base = PLACES.literal + 0x300 * (((position & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)))
  let symbol = 1
  if (state >= 7) {
    const distance = model.distances[0] + 1
    if (distance > position) throw new StreamFault('it repeats what is not there')
    let matched = output.bytes[output.length - distance] ?? 0
    while (symbol < 0x100) {
      const expected = (matched >> 7) & 1
      matched <<= 1
      const found = bit(decoder, chances, base + ((1 + expected) << 8) + symbol)
      symbol = symbol * 2 + found
      if (found !== expected) break
    }
  }
  while (symbol < 0x100) symbol = symbol * 2 + bit(decoder, chances, base + symbol)
  reserve(output, 1)
  output.bytes[output.length++] = symbol & 0xff
  model.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
}

/** Puts the distance that is repeated first; true where it is repeated for one byte only. */
function takeRepeated(decoder: RangeDecoder, { chances, state, distances }: Model, context: number): boolean {
  if (bit(decoder, chances, PLACES.repeated0 + state) === 0) return bit(decoder, chances, PLACES.short + context) === 0
  const which =
    bit(decoder, chances, PLACES.repeated1 + state) === 0 ? 1 : 2 + bit(decoder, chances, PLACES.repeated2 + state)
  const distance = distances[which] ?? 0
  distances.copyWithin(1, 0, which)
  distances[0] = distance
  return false
}

function lengthOf(decoder: RangeDecoder, chances: Uint16Array, base: number, position: number): number {
  if (bit(decoder, chances, base) === 0) return LEAST_MATCH + tree(decoder, chances, base + 2 + position * 8, 3)
  if (bit(decoder, chances, base + 1) === 0)
    return LEAST_MATCH + 8 + tree(decoder, chances, base + 2 + 128 + position * 8, 3)
  return LEAST_MATCH + 16 + tree(decoder, chances, base + 2 + 256, 8)
}

/** The distance, less one. */
function distanceOf(decoder: RangeDecoder, chances: Uint16Array, length: number): number {
  const slot = tree(decoder, chances, PLACES.slot + Math.min(length - LEAST_MATCH, 3) * 64, 6)
  if (slot < 4) return slot
  const bits = (slot >> 1) - 1
  const base = (2 + (slot & 1)) * 2 ** bits
  if (slot < 14) return base + reverseTree(decoder, chances, PLACES.special + base - slot, bits)
  return base + directBits(decoder, bits - 4) * 16 + reverseTree(decoder, chances, PLACES.align, 4)
}
