import type { Batch, Cells } from './batch.ts'

/** Some rows of a batch, by their numbers, ascending, as a batch of their own. */
export function selectRows(batch: Batch, chosen: Uint32Array): Batch {
  if (chosen.length === batch.rows) return batch
  const known = new Map<number, Cells>()
  return {
    rows: chosen.length,
    overflow: batch.overflow,
    places: Float64Array.from(chosen, row => batch.places[row] ?? 0),
    cells(index) {
      const cells = known.get(index) ?? selectCells(batch.cells(index), chosen)
      known.set(index, cells)
      return cells
    },
  }
}

function selectCells(cells: Cells, chosen: Uint32Array): Cells {
  const words = (all: Uint32Array) => Uint32Array.from(chosen, row => all[row] ?? 0)
  return {
    empty: Uint8Array.from(chosen, row => cells.empty[row] ?? 0),
    text: row => cells.text(chosen[row] ?? 0),
    values(reader) {
      const values = cells.values(reader)
      return Float64Array.from(chosen, row => values[row] ?? Number.NaN)
    },
    get codes() {
      const { codes } = cells
      return codes && { of: words(codes.of), texts: codes.texts }
    },
    get hashes() {
      const { a, b, c } = cells.hashes
      return { a: words(a), b: words(b), c: words(c) }
    },
  }
}
