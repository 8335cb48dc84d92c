import { StreamFault } from '../output.ts'
import { type Bits, take } from './bits.ts'
import { type Code, readCode, takeSymbol } from './code.ts'

const GROUP = 50
const RUN_A = 0
const RUN_B = 1

const damaged = () => new StreamFault('a block of it is damaged')

/** A block before the inverse transform: `count` bytes in `cells`, and how often each byte occurs. */
export interface Symbols {
  readonly cells: Uint32Array
  readonly count: number
  readonly occurrences: Uint32Array
}

/** Undoes the Huffman coding, the move to front and the runs of one block, at most as long as `cells`. */
export function readSymbols(bits: Bits, cells: Uint32Array): Symbols {
  const bytes = readAlphabet(bits)
  const end = bytes.length + 1
  const { codes, selectors } = readCodes(bits, end + 1)
  const occurrences = new Uint32Array(256)
  let count = 0
  let run = 0
  let weight = 1
  const write = (byte: number, times: number) => {
    if (count + times > cells.length) throw damaged()
    cells.fill(byte, count, count + times)
    count += times
    occurrences[byte] = (occurrences[byte] ?? 0) + times
  }
  for (let decoded = 0; ; decoded++) {
    const code = codes[selectors[Math.floor(decoded / GROUP)] ?? -1]
    if (code === undefined) throw damaged()
    const symbol = takeSymbol(bits, code)
    if (symbol === RUN_A || symbol === RUN_B) {
      run += weight * (symbol + 1)
      weight *= 2
      if (run > cells.length) throw damaged()
      continue
    }
    if (run > 0) write(bytes[0] ?? 0, run)
    run = 0
    weight = 1
    if (symbol === end) return { cells, count, occurrences }
    const byte = bytes[symbol - 1] ?? 0
    bytes.copyWithin(1, 0, symbol - 1)
    bytes[0] = byte
    write(byte, 1)
  }
}

/** The bytes that occur at all, ascending. */
function readAlphabet(bits: Bits): Uint8Array {
  const ranges = take(bits, 16)
  const bytes: number[] = []
  for (let range = 0; range < 16; range++) {
    if (!(ranges & (0x8000 >> range))) continue
    const present = take(bits, 16)
    for (let i = 0; i < 16; i++) if (present & (0x8000 >> i)) bytes.push(range * 16 + i)
  }
  if (bytes.length === 0) throw damaged()
  return Uint8Array.from(bytes)
}

function readCodes(bits: Bits, symbols: number): { codes: Code[]; selectors: Uint8Array } {
  const count = take(bits, 3)
  const selected = take(bits, 15)
  if (count < 2 || count > 6 || selected === 0) throw damaged()
  const order = Array.from({ length: count }, (_, index) => index)
  const selectors = new Uint8Array(selected)
  for (let i = 0; i < selected; i++) {
    let place = 0
    while (take(bits, 1) === 1) if (++place >= count) throw damaged()
    order.unshift(...order.splice(place, 1))
    selectors[i] = order[0] ?? 0
  }
  const codes: Code[] = []
  for (let i = 0; i < count; i++) codes.push(readCode(bits, symbols))
  return { codes, selectors }
}
