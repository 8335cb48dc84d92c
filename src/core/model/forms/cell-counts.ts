import type { CellForm } from './form.ts'

/** Rows in each cell. */
export function cellCounts({ codes, truths, outcomes }: CellForm): Float64Array {
  const counts = new Float64Array(truths * outcomes)
  for (let row = 0; row < codes.length; row++) {
    const cell = codes[row] ?? 0
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

/** Rows by both models' cells, those pairs of cells only that occur. */
export interface JointCells {
  readonly counts: Float64Array
  /** The cell of each pair in the first and in the second model's table. */
  readonly first: Uint32Array
  readonly second: Uint32Array
}

export function jointCells(first: CellForm, second: CellForm): JointCells {
  const cells = second.truths * second.outcomes
  const counts = new Map<number, number>()
  const dense = cells * cells <= DENSE ? new Float64Array(cells * cells) : undefined
  for (let row = 0; row < first.codes.length; row++) {
    const pair = (first.codes[row] ?? 0) * cells + (second.codes[row] ?? 0)
    if (dense) dense[pair] = (dense[pair] ?? 0) + 1
    else counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  dense?.forEach((count, pair) => {
    if (count > 0) counts.set(pair, count)
  })
  const pairs = [...counts.keys()].toSorted((a, b) => a - b)
  return {
    counts: Float64Array.from(pairs, pair => counts.get(pair) ?? 0),
    first: Uint32Array.from(pairs, pair => Math.floor(pair / cells)),
    second: Uint32Array.from(pairs, pair => pair % cells),
  }
}

/** Pairs of cells up to which an array of all of them is quicker than a map. */
const DENSE = 1 << 20

/** The table of one model, given how many rows are in each pair of cells. */
export function marginal(counts: ArrayLike<number>, cellOf: Uint32Array, into: Float64Array): Float64Array {
  into.fill(0)
  for (let pair = 0; pair < cellOf.length; pair++) {
    const cell = cellOf[pair] ?? 0
    into[cell] = (into[cell] ?? 0) + (counts[pair] ?? 0)
  }
  return into
}
