/** Texts of a column that are told apart by small numbers, until there are too many of them. */
export interface Dictionary {
  readonly texts: string[]
  /** Whether there are too many. */
  full(): boolean
  /** The number of the bytes' text; -1 once there are too many texts, and from then on. */
  codeOf(bytes: Buffer, start: number, end: number): number
}

/** Texts whose numbers are kept. */
const MAX_TEXTS = 1024
/** Bytes a text may have; a column of longer ones has seldom few of them. */
const MAX_BYTES = 64
/** A column whose first cells are mostly different is given up early. */
const TRIAL = 512

/** A dictionary of no texts but the empty one, whose number is 0. */
export function dictionary(): Dictionary {
  const texts = ['']
  const slots = new Int32Array(4 * MAX_TEXTS).fill(-1)
  const mask = slots.length - 1
  const starts = new Int32Array(MAX_TEXTS + 1)
  const ends = new Int32Array(MAX_TEXTS + 1)
  const recent = new Int32Array(256)
  let pool = new Uint8Array(4096)
  let used = 0
  let given = false
  let asked = 0
  return { texts, codeOf, full: () => given }

  function codeOf(bytes: Buffer, start: number, end: number): number {
    if (start === end) return 0
    if (given || end - start > MAX_BYTES) return giveUp()
    asked += 1
    // Most cells hold what the last cell with these letters held.
    const letters = (bytes[start] ?? 0) + 3 * (bytes[start + 1] ?? 0) + 7 * (bytes[end - 1] ?? 0)
    const likely = (letters + 13 * (end - start)) & 0xff
    const last = recent[likely] ?? 0
    if (last !== 0 && same(last, bytes, start, end)) return last
    let hash = end - start
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const code = slots[slot] ?? -1
      if (code === -1) return add(bytes, start, end, slot)
      if (same(code, bytes, start, end)) {
        recent[likely] = code
        return code
      }
      slot = (slot + 1) & mask
    }
  }

  function same(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[code] ?? 0
    if ((ends[code] ?? 0) - from !== end - start) return false
    for (let at = start, i = from; at < end; at++, i++) if (bytes[at] !== pool[i]) return false
    return true
  }

  function add(bytes: Buffer, start: number, end: number, slot: number): number {
    const code = texts.length
    if (code > MAX_TEXTS || (asked < TRIAL && code > TRIAL / 2)) return giveUp()
    if (used + end - start > pool.length) {
      const larger = new Uint8Array(2 * pool.length)
      larger.set(pool)
      pool = larger
    }
    pool.set(bytes.subarray(start, end), used)
    starts[code] = used
    used += end - start
    ends[code] = used
    slots[slot] = code
    texts.push(bytes.toString('utf8', start, end))
    return code
  }

  function giveUp(): number {
    given = true
    return -1
  }
}
