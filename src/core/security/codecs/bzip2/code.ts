import { StreamFault } from '../output.ts'
import { type Bits, take } from './bits.ts'

const LONGEST = 20

/** A canonical Huffman code: by length, the last code of it and where its symbols begin. */
export interface Code {
  readonly shortest: number
  readonly limit: Int32Array
  readonly base: Int32Array
  readonly symbols: Uint16Array
}

/** Reads the lengths of `count` symbols, each a difference to the one before. */
export function readCode(bits: Bits, count: number): Code {
  const lengths = new Uint8Array(count)
  let length = take(bits, 5)
  for (let symbol = 0; symbol < count; symbol++) {
    for (;;) {
      if (length < 1 || length > LONGEST) throw new StreamFault('it has a code that is too long')
      if (take(bits, 1) === 0) break
      length += take(bits, 1) === 0 ? 1 : -1
    }
    lengths[symbol] = length
  }
  return codeOf(lengths)
}

function codeOf(lengths: Uint8Array): Code {
  const limit = new Int32Array(LONGEST + 1).fill(-1)
  const base = new Int32Array(LONGEST + 1)
  const symbols: number[] = []
  let first = 0
  for (let length = 1; length <= LONGEST; length++) {
    base[length] = symbols.length - first
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) {
        symbols.push(symbol)
        first++
      }
    limit[length] = first - 1
    first *= 2
  }
  return { shortest: lengths.reduce((a, b) => Math.min(a, b)), limit, base, symbols: Uint16Array.from(symbols) }
}

/** The next symbol. */
export function takeSymbol(bits: Bits, { shortest, limit, base, symbols }: Code): number {
  let code = take(bits, shortest)
  for (let length = shortest; length <= LONGEST; length++) {
    if (code <= (limit[length] ?? -1)) {
      const symbol = symbols[code + (base[length] ?? 0)]
      if (symbol !== undefined) return symbol
      break
    }
    if (length < LONGEST) code = code * 2 + take(bits, 1)
  }
  throw new StreamFault('it has a code that stands for nothing')
}
