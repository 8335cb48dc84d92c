import type { Kernel } from './kernel.ts'

/** Texts of a column that are told apart by small numbers, until there are too many of them. */
export interface Texts {
  readonly texts: readonly string[]
  /** Puts the number of each cell's text into `codes`; false where there are too many texts, and from then on. */
  code(cells: CellsAt, column: number, codes: number): boolean
}

/** A batch's cells, as the kernel and as we see them. */
export interface CellsAt {
  readonly address: number
  readonly rows: number
  readonly width: number
  readonly bytes: Buffer
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Texts whose numbers are kept, and bytes that each may have: a column of longer ones has seldom few of them. */
const MAX_TEXTS = 1024
const SIZE = 64
const SLOTS = 4 * MAX_TEXTS
/** A column whose first cells are mostly different is given up early. */
const TRIAL = 512

/** No texts but the empty one, whose number is 0. */
export function textsOf(kernel: Kernel): Texts {
  const texts = ['']
  const [slotsAt, lengthsAt, bytesAt] = [4 * SLOTS, 4 * MAX_TEXTS, SIZE * MAX_TEXTS].map(kernel.take)
  const address = kernel.take(16)
  const memory = kernel.bufferTo(address, 16)
  const slots = new Int32Array(memory, slotsAt, SLOTS).fill(-1)
  const lengths = new Uint32Array(memory, lengthsAt, MAX_TEXTS)
  const pool = new Uint8Array(memory, bytesAt, SIZE * MAX_TEXTS)
  new Uint32Array(memory, address, 4).set([slotsAt ?? 0, SLOTS - 1, lengthsAt ?? 0, bytesAt ?? 0])
  let asked = 0
  let isFull = false
  return {
    texts,
    code(cells, column, codes) {
      for (let row = 0; row < cells.rows && !isFull; ) {
        row = kernel.codeCells(cells.address, column, row, address, codes)
        if (row < cells.rows) isFull = !add(cells, row * cells.width + column, asked + row)
      }
      asked += cells.rows
      return !isFull
    },
  }

  /** Numbers the cell's text; false where there are too many, or where it is none to be numbered. */
  function add({ bytes, starts, ends }: CellsAt, cell: number, before: number): boolean {
    const [start = 0, end = 0] = [starts[cell], ends[cell]]
    const code = texts.length
    if (end < 0 || end - start > SIZE || code === MAX_TEXTS || (before < TRIAL && code > TRIAL / 2)) return false
    pool.set(bytes.subarray(start, end), code * SIZE)
    lengths[code] = end - start
    slots[kernel.slot.value] = code
    texts.push(bytes.toString('utf8', start, end))
    return true
  }
}
