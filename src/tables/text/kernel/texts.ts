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

/** Where a column's texts are kept in the kernel's memory. */
interface Tables {
  readonly address: number
  readonly slots: Int32Array
  readonly lengths: Uint32Array
  readonly pool: Uint8Array
}

/**
 * Tables of columns that have been given up: what a kernel has taken it never gives back, and of most columns of numbers they are needed
 * for a few hundred rows only.
 */
const released = new WeakMap<Kernel, Tables[]>()

function tablesFor(kernel: Kernel): Tables {
  const unused = released.get(kernel)?.pop()
  if (unused) return unused
  const [slotsAt, lengthsAt, bytesAt] = [4 * SLOTS, 4 * MAX_TEXTS, SIZE * MAX_TEXTS].map(kernel.take)
  const address = kernel.take(16)
  const memory = kernel.bufferTo(address, 16)
  new Uint32Array(memory, address, 4).set([slotsAt ?? 0, SLOTS - 1, lengthsAt ?? 0, bytesAt ?? 0])
  return {
    address,
    slots: new Int32Array(memory, slotsAt, SLOTS),
    lengths: new Uint32Array(memory, lengthsAt, MAX_TEXTS),
    pool: new Uint8Array(memory, bytesAt, SIZE * MAX_TEXTS),
  }
}

/** No texts but the empty one, whose number is 0. */
export function textsOf(kernel: Kernel): Texts {
  const texts = ['']
  const tables = tablesFor(kernel)
  const { address, slots, lengths, pool } = tables
  slots.fill(-1)
  lengths.fill(0)
  // The kernel compares short texts with the zeros after them.
  pool.fill(0)
  let asked = 0
  let isFull = false
  return {
    texts,
    code(cells, column, codes) {
      for (let row = 0; row < cells.rows && !isFull; ) {
        row = kernel.codeCells(cells.address, column, row, address, codes)
        if (row < cells.rows && !add(cells, row * cells.width + column, asked + row)) giveUp()
      }
      asked += cells.rows
      return !isFull
    },
  }

  function giveUp(): void {
    isFull = true
    const others = released.get(kernel) ?? []
    released.set(kernel, [...others, tables])
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
