import type { Hashes } from '../../tables/batch.ts'

/** The ids of a file's rows, by 96 bits of each. */
export interface RowIds extends Hashes {
  /** The first row with that id; undefined where there is none. */
  rowOf(of: Hashes, row: number): number | undefined
}

/** An index by open addressing: of rows with the same id, the first. `repeated` hears of every further one. */
export function indexIds(ids: Hashes, repeated: (row: number, first: number) => void): RowIds {
  const { a, b, c } = ids
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * a.length))) - 1
  /** A row's number and one, 0 where there is none. */
  const slots = new Uint32Array(mask + 1)
  for (let row = 0; row < a.length; row++) {
    const slot = slotOf(ids, row)
    const first = slots[slot] ?? 0
    if (first === 0) slots[slot] = row + 1
    else repeated(row, first - 1)
  }
  return {
    ...ids,
    rowOf(of, row) {
      const found = slots[slotOf(of, row)] ?? 0
      return found === 0 ? undefined : found - 1
    },
  }

  /** Where a row with that id is, or would be. */
  function slotOf(of: Hashes, row: number): number {
    const [x, y, z] = [of.a[row] ?? 0, of.b[row] ?? 0, of.c[row] ?? 0]
    let slot = x & mask
    for (;;) {
      const other = (slots[slot] ?? 0) - 1
      if (other < 0 || (a[other] === x && b[other] === y && c[other] === z)) return slot
      slot = (slot + 1) & mask
    }
  }
}
