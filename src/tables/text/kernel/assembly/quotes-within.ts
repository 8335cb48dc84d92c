const QUOTE: u8 = 0x22

/** Whether the bytes hold no quote (0), doubled ones only (1), or a single one (-1). Reads up to 15 bytes beyond the end. */
export function quotesWithin(from: usize, to: usize): i32 {
  const quotes = i8x16.splat(QUOTE)
  let doubled: i32 = 0
  while (from < to) {
    let found = <u32>i8x16.bitmask(i8x16.eq(v128.load(from), quotes))
    if (to - from < 16) found &= ((<u32>1) << (<u32>(to - from))) - 1
    if (found === 0) {
      from += 16
      continue
    }
    from += <usize>ctz(found)
    if (from + 1 >= to || load<u8>(from + 1) !== QUOTE) return -1
    doubled = 1
    from += 2
  }
  return doubled
}
