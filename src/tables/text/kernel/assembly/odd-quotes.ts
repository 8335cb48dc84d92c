const QUOTE: u8 = 0x22

/** Whether the bytes hold an odd number of quotes. Reads up to 15 bytes beyond the end. */
export function oddQuotes(from: usize, to: usize): bool {
  const quotes = i8x16.splat(QUOTE)
  let odd = i8x16.splat(0)
  for (; from + 16 <= to; from += 16) odd = v128.xor(odd, i8x16.eq(v128.load(from), quotes))
  if (from < to) {
    const marks = i8x16.bitmask(i8x16.eq(v128.load(from), quotes)) & ((1 << (<i32>(to - from))) - 1)
    return ((popcnt(marks) ^ popcnt(i8x16.bitmask(odd))) & 1) !== 0
  }
  return (popcnt(i8x16.bitmask(odd)) & 1) !== 0
}
