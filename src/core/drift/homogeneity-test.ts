import { chi2Contingency, fisherExact } from '../stats/index.ts'

/** Rows of one category on both sides. */
export interface Cell {
  readonly reference: number
  readonly current: number
}

/** Smallest expected count that the χ² distribution is trusted with (Cochran 1954). */
export const THIN = 5

/**
 * Whether the categories have the same shares on both sides: Pearson's χ² on the contingency table of two rows, without
 * continuity correction.
 *
 * Categories expected fewer than five times on a side are merged, the rarest first, until none is left or only two
 * categories remain; if one of the two is still thin, the test is Fisher's exact one. Merging looks only at totals over both
 * sides, which the test conditions on, so it costs no validity. `testable` is false where there is one category only.
 */
export function homogeneityTest(cells: readonly Cell[]): { pValue: number; testable: boolean } {
  const merged = mergeThin(cells)
  if (merged.length < 2) return { pValue: 1, testable: false }
  const table = [merged.map(cell => cell.reference), merged.map(cell => cell.current)]
  const thin = merged.some(isThin(merged))
  return { pValue: (thin ? fisherExact(table) : chi2Contingency(table)).pValue, testable: true }
}

/** The cells with the thin ones merged into one that is not thin, as long as another is left to compare it with. */
export function mergeThin(cells: readonly Cell[]): Cell[] {
  const ascending = cells.filter(cell => total(cell) > 0).toSorted((a, b) => total(a) - total(b))
  const thin = isThin(ascending)
  let taken = Math.min(ascending.filter(thin).length, ascending.length - 1)
  if (taken < 1) return ascending
  while (taken < ascending.length - 1 && thin(sum(ascending.slice(0, taken)))) taken++
  return [sum(ascending.slice(0, taken)), ...ascending.slice(taken)]
}

const total = (cell: Cell) => cell.reference + cell.current

const sum = (cells: readonly Cell[]): Cell => ({
  reference: cells.reduce((rows, cell) => rows + cell.reference, 0),
  current: cells.reduce((rows, cell) => rows + cell.current, 0),
})

/** Whether a cell is expected too rarely on the smaller side, where both sides have the same shares. */
function isThin(cells: readonly Cell[]): (cell: Cell) => boolean {
  const all = sum(cells)
  const smallerSide = Math.min(all.reference, all.current) / total(all)
  return cell => total(cell) * smallerSide < THIN
}
