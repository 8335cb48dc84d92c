import { Cells, end, start } from './cells'

/** Texts that are told apart by small numbers: their bytes, with zeros to `SIZE`, in a table by their hashes. */
@unmanaged
export class Texts {
  /** Number of each slot's text; -1 where there is none. */
  slots: usize
  /** Number of slots less one. */
  mask: u32
  lengths: usize
  bytes: usize
}

/** Bytes that a text may have, as a power of two. */
const SIZE: u32 = 64
const SHIFT: usize = 6
/** 2⁶⁴ by the golden ratio, which spreads a hash over its upper bits (Knuth, 6.4). */
const SPREAD: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15

/** Slot for the text of the cell at which the last call stopped. */
export let slot: u32 = 0

/**
 * The numbers of the texts of a column's cells, from a row on; an empty cell's is 0. Gives the row of the first cell whose
 * text has no number yet, is too long to have one, or has doubled quotes; the number of rows where there is none.
 */
export function codeCells(cells: Cells, column: u32, from: u32, texts: Texts, codes: usize): u32 {
  let cell = <usize>column + <usize>from * <usize>cells.width
  for (let row = from; row < cells.rows; row++, cell += cells.width) {
    const first = start(cells, cell)
    const last = end(cells, cell)
    let code: i32 = 0
    if (<i32>first !== last) {
      const length = <u32>last - <u32>first
      if (last < 0 || length > SIZE) return row
      code = codeOf(cells.origin + first, length, texts)
      if (code === -1) return row
    }
    store<i32>(codes + ((<usize>row) << 2), code)
  }
  return cells.rows
}

function codeOf(at: usize, length: u32, texts: Texts): i32 {
  let head = load<u64>(at)
  let tail: u64 = 0
  if (length < 8) head &= ((<u64>1) << (length << 3)) - 1
  else tail = load<u64>(at + length - 8)
  const hash = (head ^ rotl(tail, 23) ^ <u64>length) * SPREAD
  slot = <u32>(hash >> 44) & texts.mask
  let code = load<i32>(texts.slots + ((<usize>slot) << 2))
  while (code !== -1 && !isText(code, at, length, head, tail, texts)) {
    slot = (slot + 1) & texts.mask
    code = load<i32>(texts.slots + ((<usize>slot) << 2))
  }
  return code
}

function isText(code: i32, at: usize, length: u32, head: u64, tail: u64, texts: Texts): bool {
  if (load<u32>(texts.lengths + ((<usize>code) << 2)) !== length) return false
  const own = texts.bytes + ((<usize>code) << SHIFT)
  return load<u64>(own) === head && (length <= 8 || (load<u64>(own + length - 8) === tail && same(at, own, length)))
}

/** Whether texts are the same between their first and last eight bytes. */
function same(a: usize, b: usize, length: u32): bool {
  for (let at: usize = 8; at + 8 < length; at += 8) if (load<u64>(a + at) !== load<u64>(b + at)) return false
  return true
}
