import { MOST_LOCATIONS } from './faults.ts'
import type { KeptPart, KeptRows } from './kept-rows.ts'
import { NO_NAME } from './names.ts'
import type { PredictionSource } from './prediction-source.ts'
import type { RowFaults } from './row-faults.ts'
import { indexIds, type RowIds } from './row-ids.ts'
import type { ColumnOfRows, Rows } from './rows.ts'

/** All rows of a file of predictions in its order, whatever the parts in which they were read. */
export interface AssembledRows {
  readonly places: Float64Array
  readonly ids: RowIds
  readonly rows: Rows
  readonly idFaults: RowFaults
  /** Rows whose id an earlier row has: how many, and the first with the row they repeat. */
  readonly repeated: {
    readonly count: number
    readonly first: readonly { readonly row: number; readonly of: number }[]
  }
  /** In the order of the task's needs. */
  readonly faults: readonly RowFaults[]
}

/** Puts the parts of a file together. */
export function assembleRows(kept: KeptRows, { reading: { needs } }: PredictionSource): AssembledRows {
  const parts = kept.parts.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0))
  const n = parts.reduce((rows, part) => rows + part.places.length, 0)
  const words = (word: 'a' | 'b' | 'c') => joined(new Uint32Array(n), parts, part => part.ids[word])
  const first: { row: number; of: number }[] = []
  let count = 0
  const ids = indexIds({ a: words('a'), b: words('b'), c: words('c') }, (row, of) => {
    count++
    if (first.length < MOST_LOCATIONS) first.push({ row, of })
  })
  const columns = kept.columns.map(({ names }, i): ColumnOfRows => {
    const isNames = parts[0]?.cells[i] instanceof Uint32Array
    if (!isNames) return { numbers: joined(new Float64Array(n), parts, part => part.cells[i]) }
    return inOrder(
      joined(new Uint32Array(n), parts, part => part.cells[i]),
      names,
    )
  })
  return {
    places: joined(new Float64Array(n), parts, part => part.places),
    ids,
    rows: { n, columns: new Map(needs.map(({ role }, i) => [role, columns[i] ?? { numbers: new Float64Array(n) }])) },
    idFaults: kept.idFaults,
    repeated: { count, first },
    faults: kept.columns.map(({ faults }) => faults),
  }
}

function joined<All extends Float64Array | Uint32Array>(
  all: All,
  parts: readonly KeptPart[],
  of: (part: KeptPart) => Float64Array | Uint32Array | undefined,
): All {
  let at = 0
  for (const part of parts) {
    const some = of(part)
    if (some) all.set(some, at)
    at += part.places.length
  }
  return all
}

/** Names numbered in the order in which they first occur: a function of the rows alone. */
function inOrder(codes: Uint32Array, names: readonly string[]): ColumnOfRows {
  const own = new Uint32Array(names.length).fill(NO_NAME)
  const ordered: string[] = []
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? NO_NAME
    if (code === NO_NAME) continue
    if (own[code] === NO_NAME) own[code] = ordered.push(names[code] ?? '') - 1
    codes[row] = own[code] ?? NO_NAME
  }
  return { codes, names: ordered }
}
