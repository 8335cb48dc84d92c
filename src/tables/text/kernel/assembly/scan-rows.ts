import { quotesWithin } from './quotes-within'

const NEWLINE: u8 = 0x0a
const CARRIAGE_RETURN: u8 = 0x0d
const QUOTE: u8 = 0x22

/** Rows that the last scan found. */
export let rows: u32 = 0

/**
 * `scanRows` in 64 bytes at a time: a bit for each mark, those within quotes cleared by the parity of the quotes before
 * (Langdale and Lemire, Parsing gigabytes of JSON per second, 2019). It stops before a row that it does not take, whatever
 * is wrong with it: there, its namesake says what it is. Bytes are at `origin`; `at`, `end` and all that is found count from it.
 * Reads up to 64 bytes beyond the end.
 */
export function scanRows(
  origin: usize,
  at: usize,
  end: usize,
  separator: u8,
  width: u32,
  room: u32,
  starts: usize,
  ends: usize,
  begins: usize,
): usize {
  const separators = i8x16.splat(separator)
  const newlines = i8x16.splat(NEWLINE)
  const quotes = i8x16.splat(QUOTE)
  const limit = load<u8>(origin + end - 1) === NEWLINE ? end : end + 1
  rows = 0
  let begin = at
  let start = at
  let column: u32 = 0
  /** All ones where the block begins within quotes. */
  let within: u64 = 0
  /** Byte after the last quote of the blocks before. */
  let afterQuote: usize = 0
  for (let block = at; block < limit; block += 64) {
    const b0 = v128.load(origin + block)
    const b1 = v128.load(origin + block, 16)
    const b2 = v128.load(origin + block, 32)
    const b3 = v128.load(origin + block, 48)
    const quoted = marks(b0, b1, b2, b3, quotes)
    const lines = marks(b0, b1, b2, b3, newlines)
    let cells = lines | marks(b0, b1, b2, b3, separators)
    if ((quoted | within) !== 0) {
      const inside = parities(quoted) ^ within
      within = <u64>(<i64>inside >> 63)
      cells &= ~inside
    }
    if (block + 64 > limit) cells &= ((<u64>1) << (limit - block)) - 1
    for (; cells !== 0; cells &= cells - 1) {
      const bit = ctz(cells)
      const next = block + <usize>bit
      const isLast = ((lines >> bit) & 1) !== 0
      let first = start
      let last = next
      if (isLast && last > first && load<u8>(origin + last - 1) === CARRIAGE_RETURN) last -= 1
      let ending = <i32>last
      if (load<u8>(origin + first) === QUOTE && first < last) {
        first += 1
        last -= 1
        if (last < first || load<u8>(origin + last) !== QUOTE) return begin
        ending = <i32>last
        const inner = quotesWithin(origin + first, origin + last)
        if (inner !== 0) {
          if (inner < 0) return begin
          ending = ~ending
        }
      } else if (
        afterQuote > start ||
        (quoted & (((<u64>1) << bit) - 1) & (~(<u64>0) << (max(start, block) - block))) !== 0
      ) {
        return begin
      }
      if (column === width) return begin
      store<i32>(starts, <i32>first)
      store<i32>(ends, ending)
      starts += 4
      ends += 4
      column += 1
      start = next + 1
      if (!isLast) continue
      if (column !== width) return begin
      store<i32>(begins, <i32>begin)
      begins += 4
      column = 0
      begin = start
      rows += 1
      if (rows === room) return min(begin, end)
    }
    if (quoted !== 0) afterQuote = block + 64 - <usize>clz(quoted)
  }
  return min(begin, end)
}

/** A bit for each of 64 bytes: whether it is the mark. */
function marks(b0: v128, b1: v128, b2: v128, b3: v128, mark: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(i8x16.eq(b0, mark))) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(b1, mark)))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(b2, mark)))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(b3, mark)))) << 48)
  )
}

/** Of each bit, whether an odd number of bits is set up to it. */
function parities(bits: u64): u64 {
  bits ^= bits << 1
  bits ^= bits << 2
  bits ^= bits << 4
  bits ^= bits << 8
  bits ^= bits << 16
  return bits ^ (bits << 32)
}
