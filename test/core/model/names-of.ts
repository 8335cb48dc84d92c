import type { Names } from '../../../src/core/model/predictions/rows.ts'

/** Cells as names in the order in which they first occur. */
export function namesOf(cells: readonly string[]): Names {
  const names = [...new Set(cells)]
  return { codes: Uint32Array.from(cells, cell => names.indexOf(cell)), names }
}
