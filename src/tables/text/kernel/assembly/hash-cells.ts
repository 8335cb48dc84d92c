import { Cells, end, start } from './cells'

/**
 * The 96 bits of `hashBytes` (src/core/tables/hash-bytes.ts) of each cell of a column, in three arrays. Gives how many cells
 * have doubled quotes and so were left out.
 */
export function hashCells(cells: Cells, column: u32, a: usize, b: usize, c: usize): u32 {
  let leftOut: u32 = 0
  let cell: usize = column
  for (let row: usize = 0; row < cells.rows; row++, cell += cells.width) {
    const last = end(cells, cell)
    if (last < 0) {
      leftOut += 1
      continue
    }
    const first = start(cells, cell)
    const length = <u32>last - <u32>first
    let at = cells.origin + first
    const to = cells.origin + <usize>last
    let x: u32 = 0x9e3779b1 ^ length
    let y: u32 = 0x85ebca77 ^ length
    let z: u32 = 0xc2b2ae3d ^ length
    for (; at + 4 <= to; at += 4) {
      const word = load<u32>(at)
      x = (x ^ word) * 0xcc9e2d51
      x ^= x >> 15
      y = (y ^ word) * 0x1b873593
      y ^= y >> 13
      z = (rotl(z, 7) ^ word) * 0xa1e38b93
    }
    const rest = load<u32>(at) & ((1 << ((<u32>(to - at)) << 3)) - 1)
    x = finish((x ^ rest) * 0xcc9e2d51)
    y = finish(((y ^ rest) * 0x1b873593) ^ x)
    z = finish(((z ^ rest) * 0xa1e38b93) ^ y)
    store<u32>(a + (row << 2), x)
    store<u32>(b + (row << 2), y)
    store<u32>(c + (row << 2), z)
  }
  return leftOut
}

function finish(word: u32): u32 {
  let h = word ^ (word >> 16)
  h *= 0x85ebca6b
  h ^= h >> 13
  h *= 0xc2b2ae35
  return h ^ (h >> 16)
}
