import type { Names } from '../../../src/core/model/predictions/rows.ts'

/** Names by row. */
export function names(cells: readonly string[]): Names {
  const distinct = [...new Set(cells)]
  return { codes: Uint32Array.from(cells, cell => distinct.indexOf(cell)), names: distinct }
}
